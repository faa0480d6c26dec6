#include "govuk/select.h"

namespace govuk {

namespace {

bool is_selected(const SelectItem& item, const std::string& chosen) {
    if (item.selected) {
        return *item.selected;
    }
    return !chosen.empty() && item.value.value_or(item.text) == chosen;
}

void write_item(Html& out, const SelectItem& item, const std::string& chosen) {
    out << "    <option";
    if (item.value) {
        out << " value=\"" << *item.value << "\"";
    }
    out << when(is_selected(item, chosen), " selected") << when(item.disabled, " disabled")
        << item.attributes << ">" << item.text << "</option>\n";
}

}  // namespace

Html& operator<<(Html& out, const Select& options) {
    const std::string& id = options.id.empty() ? options.name : options.id;
    open_form_group(out, options.form_group, options.error_message.given());
    write_label(out, options.label, id);
    const std::string described_by =
        write_hint_and_error(out, options.hint, options.error_message, id, options.described_by);
    write_line(out, options.form_group.before, 2);
    out << "  <select class=\"govuk-select" << more(options.classes)
        << when(options.error_message.given(), " govuk-select--error") << "\" id=\"" << id
        << "\" name=\"" << options.name << "\"" << when(options.disabled, " disabled")
        << attribute_if("aria-describedby", described_by) << options.attributes << ">\n";
    for (const SelectItem& item : options.items) {
        write_item(out, item, options.value);
    }
    out << "  </select>\n";
    write_line(out, options.form_group.after, 2);
    return out << "</div>";
}

}  // namespace govuk
