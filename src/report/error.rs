//! What can go wrong when results are written, and what to do about it.

use std::fmt;
use std::path::{Path, PathBuf};

/// A result could not be written.
#[derive(Debug)]
pub enum ReportError {
    /// The system refused.
    Io {
        /// What was being done, e.g. "write".
        doing: &'static str,
        /// To which file or folder.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// The folder holds the results of something else.
    OtherResults {
        /// The folder.
        path: PathBuf,
        /// What is in it.
        found: String,
        /// Whether `force` would replace it.
        force_helps: bool,
    },
    /// A table could not be encoded.
    Table {
        /// The file.
        path: PathBuf,
        /// The encoder's reason.
        reason: String,
    },
    /// A chart could not be drawn.
    Chart {
        /// The file.
        path: PathBuf,
        /// The reason.
        reason: String,
    },
}

impl ReportError {
    /// The input was refused before anything was written.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        matches!(self, ReportError::OtherResults { .. })
    }

    /// Wraps a refusal of the system.
    pub(super) fn io(
        doing: &'static str,
        path: &Path,
    ) -> impl FnOnce(std::io::Error) -> ReportError {
        let path = path.to_path_buf();
        move |source| ReportError::Io {
            doing,
            path,
            source,
        }
    }
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReportError::Io {
                doing,
                path,
                source,
            } => write!(
                f,
                "cannot {doing} {}: {source}\n  check that the disk has room and that you may write there, or choose another folder with --out",
                path.display()
            ),
            ReportError::OtherResults {
                path,
                found,
                force_helps: true,
            } => write!(
                f,
                "{} holds {found}\n  choose another folder with --out, move the folder away, or replace it with --force",
                path.display()
            ),
            ReportError::OtherResults { path, found, .. } => write!(
                f,
                "{} holds {found}\n  it is never replaced: choose another folder with --out, or move it away",
                path.display()
            ),
            ReportError::Table { path, reason } => write!(
                f,
                "cannot write the table {}: {reason}\n  try --csv, or choose another folder with --out",
                path.display()
            ),
            ReportError::Chart { path, reason } => write!(
                f,
                "cannot draw {}: {reason}\n  the tables are complete; choose another folder with --out to try again",
                path.display()
            ),
        }
    }
}

impl std::error::Error for ReportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ReportError::Io { source, .. } => Some(source),
            ReportError::OtherResults { .. }
            | ReportError::Table { .. }
            | ReportError::Chart { .. } => None,
        }
    }
}
