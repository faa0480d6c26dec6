#pragma once
// Easy Read as our pages show it: one idea a line, its picture on the left and few words on the
// right. Every such page says that it has not been tested with readers yet.

#include <string_view>

#include "govuk/html.h"

namespace web {

using govuk::Html;

// Opens and closes the block of lines; opening says that it is untested.
Html easy_read_open();
Html easy_read_close();

// Writes one line. `picture` is the name of a drawing in content/pictures.
void write_easy_line(Html& main, std::string_view picture, std::string_view words);

}  // namespace web
