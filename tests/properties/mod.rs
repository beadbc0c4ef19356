//! Properties that must hold whatever the numbers are: section 10 of the model.

mod accounts;
mod bounded;
mod identical;
mod programme;
mod random;
mod rows;
mod steady;
