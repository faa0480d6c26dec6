#pragma once
// The page where she reads “Check this yourself”: the signed files of what a person was told about
// her money, for her and whoever helps her to take away; and the public page that says how anybody
// checks such a file and with which keys each council signs. A file with her answers is health
// data: no member of staff has these pages.

#include <span>

#include "web/route.h"

namespace web {

std::span<const Route> check_file_routes();

}  // namespace web
