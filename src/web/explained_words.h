#pragma once
// No term of the field stands on a page without its meaning: the terms of content/glossary.csv that
// a page shows are explained at its end.

#include <string_view>

#include "govuk/html.h"

namespace web {

// Writes the meanings of the terms in what a page shows; nothing where there are none.
govuk::Html explained_words(std::string_view shown);
// The same as lines of Easy Read.
govuk::Html easy_explained_words(std::string_view shown);

}  // namespace web
