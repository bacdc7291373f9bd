//! The seeds, point by point, in the contents of the demo.
