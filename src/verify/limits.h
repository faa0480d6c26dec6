#pragma once
// A file from a stranger may be made to keep a program busy for ever or to eat all memory. Before
// anything is read the program asks the system to stop it long before that: a true file takes a few
// hundredths of a second and some megabytes.

namespace verify {

// Limits this process: a minute of work, a gigabyte of memory. What goes over ends with exit code 1
// and a sentence.
void set_limits();

}  // namespace verify
