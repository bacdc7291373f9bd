//! What every page needs: layout, forms, languages, sessions, guards, assets and the contract of the rooms.
