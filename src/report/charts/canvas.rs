//! Draws scenes as SVG and PNG: the only file that names plotters.
//!
//! Plotters rounds to whole pixels, so everything is drawn at four times the size: the SVG gets a
//! view box, the PNG is averaged down to twice the size. The font is built in: no machine's fonts
//! are used for PNG or for measuring.

use super::scene::{Anchor, Colour, Label, Mark, Scene};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use std::path::Path;
use std::sync::Once;

/// The built-in font (licence: assets/DejaVuSans.LICENSE.txt).
static FONT: &[u8] = include_bytes!("../../../assets/DejaVuSans.ttf");
/// Its name.
const FAMILY: &str = "DejaVu Sans";
/// Fonts a reader of the SVG may have instead, with nearly the same widths.
const FAMILIES: &str = "DejaVu Sans, Verdana, sans-serif";
/// Pixels drawn per pixel of the page.
const SCALE: u32 = 4;
/// Pixels of the PNG per pixel of the page.
const PNG_SCALE: u32 = 2;
/// Height of the font's line, em: the bitmap's font size is given as this.
const LINE_EM: f64 = 1.164;
/// What plotters divides an SVG's font size by.
const SVG_EM: f64 = 1.24;
/// Plotters puts the base line of an SVG text anchored at its top this far below, em.
const SVG_BASE_EM: f64 = 0.76;
/// And of a bitmap text, em.
const BITMAP_BASE_EM: f64 = LINE_EM / 2.0;

/// How a backend places texts.
#[derive(Clone, Copy)]
struct TextRule {
    /// Font size given to plotters, em.
    size_em: f64,
    /// From the point given to plotters down to the base line, em.
    base_em: f64,
}

const SVG_TEXT: TextRule = TextRule {
    size_em: SVG_EM,
    base_em: SVG_BASE_EM,
};
const BITMAP_TEXT: TextRule = TextRule {
    size_em: LINE_EM,
    base_em: BITMAP_BASE_EM,
};

fn use_font() {
    static REGISTERED: Once = Once::new();
    REGISTERED.call_once(|| {
        let registered = plotters::style::register_font(FAMILY, FontStyle::Normal, FONT);
        assert!(registered.is_ok(), "the built-in font is whole");
    });
}

/// Width of a text, pixels of the page.
pub(super) fn text_width(text: &str, size: f64) -> f64 {
    use_font();
    let scale = f64::from(SCALE);
    let font = (FAMILY, size * LINE_EM * scale).into_font();
    font.box_size(text)
        .map_or(0.0, |(width, _)| f64::from(width) / scale)
}

/// A scene as SVG.
pub(super) fn svg(scene: &Scene) -> Result<String, String> {
    use_font();
    let (width, height) = pixels(scene);
    let mut text = String::new();
    {
        let root = SVGBackend::with_string(&mut text, (width, height)).into_drawing_area();
        draw(&root, scene, SVG_TEXT)?;
        root.present().map_err(|error| error.to_string())?;
    }
    let size = format!("width=\"{width}\" height=\"{height}\"");
    let page = format!("width=\"{}\" height=\"{}\"", scene.width, scene.height);
    Ok(text.replacen(&size, &page, 1).replace(FAMILY, FAMILIES))
}

/// A scene as PNG.
pub(super) fn png(scene: &Scene, path: &Path) -> Result<(), String> {
    use_font();
    let (width, height) = pixels(scene);
    let mut large = vec![0u8; (width * height * 3) as usize];
    {
        let backend = BitMapBackend::with_buffer(&mut large, (width, height));
        let root = backend.into_drawing_area();
        draw(&root, scene, BITMAP_TEXT)?;
        root.present().map_err(|error| error.to_string())?;
    }
    let factor = SCALE / PNG_SCALE;
    let small = averaged(&large, width, height, factor);
    let size = (width / factor, height / factor);
    let root = BitMapBackend::new(path, size).into_drawing_area();
    let image = BitMapElement::with_owned_buffer((0, 0), size, small)
        .ok_or("the picture has another size than its buffer")?;
    root.draw(&image).map_err(|error| error.to_string())?;
    root.present().map_err(|error| error.to_string())
}

fn pixels(scene: &Scene) -> (u32, u32) {
    let scale = f64::from(SCALE);
    ((scene.width * scale) as u32, (scene.height * scale) as u32)
}

/// Averages squares of `factor` x `factor` pixels.
fn averaged(large: &[u8], width: u32, height: u32, factor: u32) -> Vec<u8> {
    let (columns, rows) = ((width / factor) as usize, (height / factor) as usize);
    let (width, factor) = (width as usize, factor as usize);
    let mut small = Vec::with_capacity(columns * rows * 3);
    for row in 0..rows {
        for column in 0..columns {
            for channel in 0..3 {
                let sum: usize = (0..factor * factor)
                    .map(|part| {
                        let y = row * factor + part / factor;
                        let x = column * factor + part % factor;
                        usize::from(large[(y * width + x) * 3 + channel])
                    })
                    .sum();
                let mean = sum / (factor * factor);
                small.push(u8::try_from(mean).expect("a mean of bytes is a byte"));
            }
        }
    }
    small
}

type Area<B> = DrawingArea<B, plotters::coord::Shift>;

fn draw<B: DrawingBackend>(root: &Area<B>, scene: &Scene, rule: TextRule) -> Result<(), String> {
    root.fill(&RGBColor(255, 255, 255))
        .map_err(|error| error.to_string())?;
    for mark in &scene.marks {
        draw_mark(root, mark, rule).map_err(|error| error.to_string())?;
    }
    Ok(())
}

fn draw_mark<B: DrawingBackend>(
    root: &Area<B>,
    mark: &Mark,
    rule: TextRule,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    match mark {
        Mark::Line {
            points,
            colour,
            width,
        } => {
            let width = u32::try_from(scaled(*width)).unwrap_or(1).max(1);
            let style = rgb(*colour).stroke_width(width);
            root.draw(&PathElement::new(places(points), style))
        }
        Mark::Area { points, colour } => {
            root.draw(&Polygon::new(places(points), rgb(*colour).filled()))
        }
        Mark::Disc {
            centre,
            radius,
            colour,
        } => {
            let style = rgb(*colour).filled();
            root.draw(&Circle::new(place(*centre), scaled(*radius), style))
        }
        Mark::Text(label) => draw_text(root, label, rule),
    }
}

fn draw_text<B: DrawingBackend>(
    root: &Area<B>,
    label: &Label,
    rule: TextRule,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    let font = (FAMILY, label.size * rule.size_em * f64::from(SCALE)).into_font();
    let horizontal = match label.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let style = font
        .color(&rgb(label.colour))
        .pos(Pos::new(horizontal, VPos::Top));
    let top = (label.at.0, label.at.1 - rule.base_em * label.size);
    root.draw(&Text::new(label.text.as_str(), place(top), style))
}

fn rgb(colour: Colour) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

fn scaled(value: f64) -> i32 {
    (value * f64::from(SCALE)).round() as i32
}

fn place((x, y): (f64, f64)) -> (i32, i32) {
    (scaled(x), scaled(y))
}

fn places(points: &[(f64, f64)]) -> Vec<(i32, i32)> {
    points.iter().copied().map(place).collect()
}
