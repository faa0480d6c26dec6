#include "govuk/render_component.h"

#include <algorithm>
#include <array>

#include "base/json.h"
#include "govuk/options.h"
#include "govuk/renderers.h"

namespace govuk {

namespace {

struct NamedRenderer {
    std::string_view name;
    renderers::Renderer render;
};

constexpr std::array<NamedRenderer, 39> all_renderers{{
    {"accordion", renderers::accordion},
    {"back-link", renderers::back_link},
    {"breadcrumbs", renderers::breadcrumbs},
    {"button", renderers::button},
    {"character-count", renderers::character_count},
    {"checkboxes", renderers::checkboxes},
    {"cookie-banner", renderers::cookie_banner},
    {"date-input", renderers::date_input},
    {"details", renderers::details},
    {"error-message", renderers::error_message},
    {"error-summary", renderers::error_summary},
    {"exit-this-page", renderers::exit_this_page},
    {"feedback", renderers::feedback},
    {"fieldset", renderers::fieldset},
    {"file-upload", renderers::file_upload},
    {"footer", renderers::footer},
    {"generic-header", renderers::generic_header},
    {"header", renderers::header},
    {"hint", renderers::hint},
    {"input", renderers::input},
    {"inset-text", renderers::inset_text},
    {"label", renderers::label},
    {"language-navigation", renderers::language_navigation},
    {"notification-banner", renderers::notification_banner},
    {"pagination", renderers::pagination},
    {"panel", renderers::panel},
    {"password-input", renderers::password_input},
    {"phase-banner", renderers::phase_banner},
    {"radios", renderers::radios},
    {"select", renderers::select},
    {"service-navigation", renderers::service_navigation},
    {"skip-link", renderers::skip_link},
    {"summary-list", renderers::summary_list},
    {"table", renderers::table},
    {"tabs", renderers::tabs},
    {"tag", renderers::tag},
    {"task-list", renderers::task_list},
    {"textarea", renderers::textarea},
    {"warning-text", renderers::warning_text},
}};

// The reference also takes attributes as one ready-made text, which could hold anything: that is
// the one option we refuse, wherever in the options it stands.
bool has_ready_made_attributes(const json::value& value) {
    if (const json::array* array = value.if_array()) {
        return std::any_of(array->begin(), array->end(), has_ready_made_attributes);
    }
    const json::object* object = value.if_object();
    if (object == nullptr) {
        return false;
    }
    return std::any_of(object->begin(), object->end(), [](const json::key_value_pair& pair) {
        const bool is_ready_made = pair.key() == "attributes" && pair.value().is_string();
        return is_ready_made || has_ready_made_attributes(pair.value());
    });
}

// What stands between two marks, or nothing where a mark is missing.
std::string_view between(std::string_view all, std::string_view first, std::string_view last) {
    const std::size_t start = all.find(first);
    if (start == std::string_view::npos) {
        return {};
    }
    all.remove_prefix(start + first.size());
    const std::size_t end = all.find(last);
    return end == std::string_view::npos ? std::string_view{} : all.substr(0, end);
}

Html drawing(std::string_view markup) {
    return Html::already_safe(std::string(markup));
}

}  // namespace

Artwork find_artwork(std::string_view logo_template, std::string_view footer_template) {
    Artwork found;
    found.crown = drawing(between(logo_template, "set _tudorCrown %}", "{%- endset %}"));
    found.wordmark = drawing(between(logo_template, "set _logotype %}", "{%- endset %}"));
    const std::string_view licence = between(footer_template, "<svg", "</svg>");
    if (!licence.empty()) {
        found.licence_logo = drawing("<svg" + std::string(licence) + "</svg>");
    }
    return found;
}

Result<std::string> render_component(std::string_view name, const json::value& options,
                                     const Artwork& artwork) {
    const auto found =
        std::find_if(all_renderers.begin(), all_renderers.end(),
                     [&](const NamedRenderer& renderer) { return renderer.name == name; });
    if (found == all_renderers.end()) {
        return Error{"govuk.unknown_component", "There is no component called \"" +
                                                    std::string(name) +
                                                    "\". Use the name of its folder in GOV.UK "
                                                    "Frontend, like \"date-input\"."};
    }
    if (!options.is_object()) {
        return Error{"govuk.options_not_an_object",
                     "The options of a component have to be a JSON object, like {\"text\": "
                     "\"Save\"}."};
    }
    if (has_ready_made_attributes(options)) {
        return Error{"govuk.attributes_not_an_object",
                     "Attributes have to be a JSON object of names and values, like {\"id\": "
                     "\"x\"}: a ready-made text cannot be checked."};
    }
    return found->render(Options(&options), artwork).str();
}

Result<std::string> render_line(std::string_view line, const Artwork& artwork) {
    TRY(const json::value request, base::parse_json(line));
    const json::object* object = request.if_object();
    const json::value* component = object != nullptr ? object->if_contains("component") : nullptr;
    if (component == nullptr || !component->is_string()) {
        return Error{"govuk.no_component",
                     "A line has to be a JSON object with a member \"component\" that names one, "
                     "like {\"component\": \"button\", \"options\": {\"text\": \"Save\"}}."};
    }
    const json::value* options = object->if_contains("options");
    const json::string& name = component->get_string();
    return render_component(std::string_view(name.data(), name.size()),
                            options != nullptr ? *options : json::value(json::object()), artwork);
}

std::vector<std::string_view> component_names() {
    std::vector<std::string_view> names;
    names.reserve(std::size(all_renderers));
    for (const NamedRenderer& renderer : all_renderers) {
        names.push_back(renderer.name);
    }
    return names;
}

}  // namespace govuk
