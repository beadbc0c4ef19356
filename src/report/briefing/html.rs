//! A page of HTML that cannot be left open: tags close themselves, texts are escaped.

use crate::report::words::escape;
use std::fmt::Write;

/// A piece of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Html(String);

impl Html {
    /// An element with a text in it.
    pub(super) fn text(&mut self, tag: &str, text: &str) {
        self.raw(&format!("<{tag}>{}</{tag}>\n", escape(text)));
    }

    /// An element of a class with content written by `fill`.
    pub(super) fn element(&mut self, tag: &str, class: &str, fill: impl FnOnce(&mut Html)) {
        let opening = match class {
            "" => format!("<{tag}>\n"),
            class => format!("<{tag} class=\"{}\">\n", escape(class)),
        };
        self.raw(&opening);
        fill(self);
        self.raw(&format!("</{tag}>\n"));
    }

    /// A row of a table.
    pub(super) fn row(&mut self, cell: &str, cells: &[String]) {
        self.element("tr", "", |row| {
            for text in cells {
                row.text(cell, text);
            }
        });
    }

    /// A picture with words for those who cannot see it.
    pub(super) fn picture(&mut self, svg: &str, title: &str) {
        let label = format!("<svg role=\"img\" aria-label=\"{}\" ", escape(title));
        self.element("figure", "", |figure| {
            figure.raw(&svg.replacen("<svg ", &label, 1))
        });
    }

    /// Markup that is whole in itself.
    pub(super) fn raw(&mut self, markup: &str) {
        self.0.write_str(markup).expect("a string takes all text");
    }

    /// The markup.
    pub(super) fn into_string(self) -> String {
        self.0
    }
}
