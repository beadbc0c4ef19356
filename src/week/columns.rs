//! Columns of rows as slices of one length: a loop over rows then checks no bounds.

/// Names the first `rows` places of each column as the column itself: `columns!(n; state: hours)`
/// says `let hours = &mut state.hours[..n]`; after `read`, `&` in the place of `&mut`.
macro_rules! columns {
    ($rows:expr;) => {};
    ($rows:expr; read $owner:ident: $($column:ident),+; $($rest:tt)*) => {
        $(let $column = &$owner.$column[..$rows];)+
        columns!($rows; $($rest)*);
    };
    ($rows:expr; $owner:ident: $($column:ident),+; $($rest:tt)*) => {
        $(let $column = &mut $owner.$column[..$rows];)+
        columns!($rows; $($rest)*);
    };
}

pub(super) use columns;
