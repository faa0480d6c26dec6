#pragma once
// What is written to the log of a book goes to the system in few large writes. SQLite writes each
// page of a commit in two calls, a head of 24 bytes and the page; with 64 who buy at once that was
// 480 calls and a seventh of the writing thread's time. Here such writes, each where the one before
// ended, are gathered in memory until they are synced, read, or more than 120 KB.
//
// Nothing becomes less durable: SQLite tells other connections of a page in the log only after the
// sync of its commit, and the sync writes what was gathered first. A write that fails is reported
// by the call that made it necessary, at the latest by that sync, and the commit fails.

namespace store {

// Gives the name of the SQLite VFS whose logs are written so; for the connection that writes.
const char* gathered_log_writes();

}  // namespace store
