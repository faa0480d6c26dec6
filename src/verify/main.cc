// onepurse-verify: checks a signed file of what a person was told about her money.

#include <iostream>

#include "verify/limits.h"
#include "verify/verify.h"

int main(int count, char** texts) {
    verify::set_limits();
    return verify::run({texts + 1, texts + count}, std::cout, std::cerr);
}
