#pragma once
// Easy Read as our pages show it: one idea a line, its picture on the left and few words on the
// right. Every such page says that it has not been tested with readers yet, and leads to the usual
// view of the same page and back.

#include <string>
#include <string_view>

#include "govuk/html.h"
#include "web/speaking.h"
#include "web/visit.h"

namespace web {

using govuk::Html;

// Whether the visitor asked for this page in Easy Read.
bool is_easy(const Visit& visit);
// Gives "?view=easy" while the Easy Read view is shown, for the address of a form or of the next
// page.
std::string view_part(const Visit& visit);
// Writes the link to the other view of the page at `here`, an address without its view.
Html other_view_link(const Visit& visit, std::string_view here);

// Opens and closes the block of lines; opening says that it is untested.
Html easy_read_open();
Html easy_read_close();

// Writes one line. `picture` is the name of a drawing in content/pictures.
void write_easy_line(Html& main, std::string_view picture, const std::string& words);
// The same where a part of it is stronger.
void write_easy_line(Html& main, std::string_view picture, const Html& words);

// Writes the two lines that close a page about what is hers: ask for help, say that it is wrong.
void write_easy_help(Html& main, const Speaking& speaking);

}  // namespace web
