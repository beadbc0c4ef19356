//! Properties that must hold whatever the numbers are: section 10 of the model.

mod accounts;
mod advance;
mod bounded;
mod cash;
mod coaching;
mod collapse;
mod dependence;
mod identical;
mod leontief;
mod monotone;
mod programme;
mod random;
mod rows;
mod scale;
mod steady;
