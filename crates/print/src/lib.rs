//! Accessible PDF documents by typst.
