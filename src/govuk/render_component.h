#pragma once
// Renders a component by its name in the reference and options as JSON, so that every fixture of
// GOV.UK Frontend can be compared with ours. The verb `onepurse render-component` is made of this.
// Drawings that belong to GOV.UK (the crown, its name, the licence's sign) are not ours to ship:
// whoever calls reads them from the installed package and hands them in as Artwork.

#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "govuk/html.h"

namespace govuk {

// Drawings of the installed package; empty where it is not installed.
struct Artwork {
    Html crown = {};
    Html wordmark = {};
    Html licence_logo = {};
};

// Finds the drawings in two templates of the package: macros/logo.njk and footer/template.njk.
Artwork find_artwork(std::string_view logo_template, std::string_view footer_template);

// Renders one component. Refuses: govuk.unknown_component, govuk.options_not_an_object,
// govuk.attributes_not_an_object.
Result<std::string> render_component(std::string_view name, const boost::json::value& options,
                                     const Artwork& artwork);

// Renders what one line of JSON asks for: {"component": "button", "options": {"text": "Save"}}.
// Refuses: govuk.no_component, what render_component refuses and what base::parse_json refuses.
Result<std::string> render_line(std::string_view line, const Artwork& artwork);

// Names every component that can be rendered, in the order of the alphabet.
std::vector<std::string_view> component_names();

}  // namespace govuk
