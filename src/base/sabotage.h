#pragma once
// Planted faults, to prove that the tests would see them: each has a number, and the list with
// words is in tests/sabotage/faults.txt. They exist only in a build with SABOTAGE_BUILD, made by
// tests/sabotage/run, which asks at its start which one to commit; or with -DSABOTAGE=7, which
// holds that one alone. In every other build `wrong` is not even compiled.

#if defined(SABOTAGE)
namespace base {
inline constexpr int sabotage = SABOTAGE;
}  // namespace base
#elif defined(SABOTAGE_BUILD)
namespace base {
extern const int sabotage;  // tests/sabotage/sabotage.cc
}  // namespace base
#endif

#if defined(SABOTAGE) || defined(SABOTAGE_BUILD)
#define SABOTAGED(number, wrong, right) (base::sabotage == (number) ? (wrong) : (right))
#else
#define SABOTAGED(number, wrong, right) (right)
#endif
