//! The shell with one small room behind it: doors, forms, kept pages, the queue.

#[cfg(test)]
mod forms;
#[cfg(test)]
mod front;
#[cfg(test)]
mod house;
#[cfg(test)]
mod keep;
#[cfg(test)]
mod queue;
