//! Values on their way into and out of either database.

use base::{Fault, Lang};
use jiff::{Timestamp, civil};
use uuid::Uuid;

/// A value as both databases know it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// No value.
    Null,
    /// A whole number; instants are microseconds since 1970 in UTC.
    Int(i64),
    /// A fraction, as aggregate functions return it.
    Real(f64),
    /// Text; days and times of the wall clock are ISO 8601 text.
    Text(String),
    /// Yes or no.
    Bool(bool),
    /// Bytes.
    Bytes(Vec<u8>),
    /// An id.
    Id(Uuid),
}

/// What can be given to a statement.
pub trait Bind {
    /// The value to give.
    fn bind(&self) -> Value;
}

/// What can be read from a column.
pub trait Col: Sized {
    /// Reads the value, or says that the column holds something else.
    fn read(value: Value) -> Result<Self, Fault>;
}

/// One row, read from left to right.
pub struct Row {
    values: std::vec::IntoIter<Value>,
}

impl Row {
    pub(crate) fn new(values: Vec<Value>) -> Self {
        Self {
            values: values.into_iter(),
        }
    }

    /// The next column.
    pub fn take<T: Col>(&mut self) -> Result<T, Fault> {
        let value = self
            .values
            .next()
            .ok_or_else(|| Fault::new("read past the last column"))?;
        T::read(value)
    }
}

fn odd<T>(value: &Value) -> Result<T, Fault> {
    let kind = match value {
        Value::Null => "nothing",
        Value::Int(_) => "a number",
        Value::Real(_) => "a fraction",
        Value::Text(_) => "text",
        Value::Bool(_) => "a boolean",
        Value::Bytes(_) => "bytes",
        Value::Id(_) => "an id",
    };
    Err(Fault::new(format!(
        "read {kind} as {}",
        std::any::type_name::<T>()
    )))
}

impl Col for Value {
    fn read(value: Value) -> Result<Self, Fault> {
        Ok(value)
    }
}

impl<T: Bind> Bind for Option<T> {
    fn bind(&self) -> Value {
        self.as_ref().map_or(Value::Null, Bind::bind)
    }
}

impl<T: Bind + ?Sized> Bind for &T {
    fn bind(&self) -> Value {
        (*self).bind()
    }
}

impl<T: Col> Col for Option<T> {
    fn read(value: Value) -> Result<Self, Fault> {
        if value == Value::Null {
            Ok(None)
        } else {
            T::read(value).map(Some)
        }
    }
}

impl Bind for Value {
    fn bind(&self) -> Value {
        self.clone()
    }
}

/// PostgreSQL's text cannot hold the character NUL, which anyone can put into an address; so
/// neither database gets it.
impl Bind for str {
    fn bind(&self) -> Value {
        if self.contains('\0') {
            return Value::Text(self.replace('\0', "\u{fffd}"));
        }
        Value::Text(self.to_owned())
    }
}

impl Bind for String {
    fn bind(&self) -> Value {
        self.as_str().bind()
    }
}

impl Col for String {
    fn read(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Text(text) => Ok(text),
            other => odd(&other),
        }
    }
}

impl Bind for i64 {
    fn bind(&self) -> Value {
        Value::Int(*self)
    }
}

impl Col for i64 {
    fn read(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Int(number) => Ok(number),
            other => odd(&other),
        }
    }
}

macro_rules! small_numbers {
    ($($kind:ty),+) => { $(
        impl Bind for $kind {
            fn bind(&self) -> Value {
                i64::try_from(*self).map_or(Value::Null, Value::Int)
            }
        }

        impl Col for $kind {
            fn read(value: Value) -> Result<Self, Fault> {
                let number = i64::read(value)?;
                Self::try_from(number).map_err(|cause| Fault::because("read a number", cause))
            }
        }
    )+ };
}

small_numbers!(i32, u16, u32, u64, usize);

impl Bind for bool {
    fn bind(&self) -> Value {
        Value::Bool(*self)
    }
}

impl Col for bool {
    fn read(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Bool(it) => Ok(it),
            Value::Int(it) => Ok(it != 0),
            other => odd(&other),
        }
    }
}

impl Bind for [u8] {
    fn bind(&self) -> Value {
        Value::Bytes(self.to_vec())
    }
}

impl Bind for Vec<u8> {
    fn bind(&self) -> Value {
        Value::Bytes(self.clone())
    }
}

impl<const N: usize> Bind for [u8; N] {
    fn bind(&self) -> Value {
        Value::Bytes(self.to_vec())
    }
}

impl Col for Vec<u8> {
    fn read(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Bytes(bytes) => Ok(bytes),
            other => odd(&other),
        }
    }
}

impl Bind for Uuid {
    fn bind(&self) -> Value {
        Value::Id(*self)
    }
}

impl Col for Uuid {
    fn read(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Id(id) => Ok(id),
            Value::Bytes(bytes) => {
                Self::from_slice(&bytes).map_err(|cause| Fault::because("read an id", cause))
            }
            other => odd(&other),
        }
    }
}

macro_rules! typed_ids {
    ($($name:ident),+ $(,)?) => { $(
        impl Bind for base::$name {
            fn bind(&self) -> Value {
                Value::Id((*self).into())
            }
        }

        impl Col for base::$name {
            fn read(value: Value) -> Result<Self, Fault> {
                Uuid::read(value).map(Self::from)
            }
        }
    )+ };
}

base::each_id!(typed_ids);

impl Bind for Timestamp {
    fn bind(&self) -> Value {
        Value::Int(self.as_microsecond())
    }
}

impl Col for Timestamp {
    fn read(value: Value) -> Result<Self, Fault> {
        Self::from_microsecond(i64::read(value)?)
            .map_err(|cause| Fault::because("read an instant", cause))
    }
}

macro_rules! iso_texts {
    ($($kind:ty),+) => { $(
        impl Bind for $kind {
            fn bind(&self) -> Value {
                Value::Text(self.to_string())
            }
        }

        impl Col for $kind {
            fn read(value: Value) -> Result<Self, Fault> {
                String::read(value)?
                    .parse()
                    .map_err(|cause: jiff::Error| Fault::because("read a day or time", cause))
            }
        }
    )+ };
}

iso_texts!(civil::Date, civil::Time, civil::DateTime);

impl Bind for Lang {
    fn bind(&self) -> Value {
        Value::Text(self.tag().to_owned())
    }
}

impl Col for Lang {
    fn read(value: Value) -> Result<Self, Fault> {
        String::read(value).map(|tag| Self::from_tag(&tag))
    }
}
