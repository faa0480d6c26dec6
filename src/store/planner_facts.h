#pragma once
// What SQLite's planner is told of a book: that one authority is no choice at all, and that each
// further column of an index narrows what is read.
//
// Every table leads with the authority, and a book has one. Without being told, the planner holds
// that column for a good choice and reads the whole book, in the order asked for, rather than use
// the index of the one person meant. The facts are the same for every book, so a statement is run
// the same way on the first day as in the tenth year; ANALYZE would make that depend on the data.

#include "base/result.h"
#include "store/connection.h"

namespace store {

// Writes the facts for every index of the book and lets this connection take them up; others take
// them up when they open the book. Call it when the schema has changed.
// Refuses: store.unavailable.
Outcome tell_planner(Connection& writer);

}  // namespace store
