#pragma once
// The named roundings. Whoever drops a digit of money or of a decimal says which one.

namespace base {

enum class Rounding {
    half_even,  // to the nearest; a tie goes to the even neighbour
    half_up,    // to the nearest; a tie goes away from zero
    half_down,  // to the nearest; a tie goes towards zero
    up,         // away from zero
    down,       // towards zero
    floor,      // towards minus infinity
    ceiling,    // towards plus infinity
};

}  // namespace base

using base::Rounding;
