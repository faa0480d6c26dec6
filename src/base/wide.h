#pragma once
// Wide numbers: 128-bit whole numbers, for products of two 64-bit ones. A compiler extension that
// both GCC and Clang have.

namespace base {

__extension__ typedef __int128 Int128;            // NOLINT(modernize-use-using): no other way
__extension__ typedef unsigned __int128 UInt128;  // NOLINT(modernize-use-using)

}  // namespace base
