#include "web/explained_words.h"

#include "casework/content.h"
#include "policy/glossary.h"
#include "web/easy_read.h"

namespace web {

namespace {

const policy::Glossary& glossary() {
    static const policy::Glossary read = [] {
        Result<policy::Glossary> parsed =
            policy::Glossary::parse(casework::content("glossary.csv"));
        CHECK(parsed.has_value());
        return *parsed;
    }();
    return read;
}

}  // namespace

govuk::Html explained_words(std::string_view shown) {
    govuk::Html out;
    const std::vector<policy::Term> terms = glossary().terms_in(shown);
    if (terms.empty()) {
        return out;
    }
    out << "<h2 class=\"govuk-heading-m\" id=\"words\">What these words mean</h2>"
           "<dl class=\"govuk-body op-words\">";
    for (const policy::Term& term : terms) {
        out << "<dt><strong>" << term.term << "</strong></dt><dd>" << term.meaning << "</dd>";
    }
    return out << "</dl>";
}

govuk::Html easy_explained_words(std::string_view shown) {
    govuk::Html out;
    const std::vector<policy::Term> terms = glossary().terms_in(shown);
    if (terms.empty()) {
        return out;
    }
    out << "<h2 class=\"govuk-heading-m\">Hard words</h2>";
    for (const policy::Term& term : terms) {
        write_easy_line(out, "letter",
                        govuk::Html() << "<strong>" << term.term << "</strong>. " << term.easy);
    }
    return out;
}

}  // namespace web
