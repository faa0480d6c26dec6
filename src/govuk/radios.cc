#include "govuk/radios.h"

#include "govuk/label.h"

namespace govuk {

namespace {

bool is_checked(const RadioItem& item, const std::string& chosen) {
    return item.checked.value_or(!chosen.empty() && item.value == chosen);
}

void write_item(Html& out, const Radios& options, const RadioItem& item, const std::string& id) {
    const bool checked = is_checked(item, options.value);
    const std::string conditional_id = "conditional-" + id;
    const std::string hint_id = id + "-item-hint";
    out << "    <div class=\"govuk-radios__item\">\n"
           "      <input class=\"govuk-radios__input\" id=\""
        << id << "\" name=\"" << options.name << "\" type=\"radio\" value=\"" << item.value << "\""
        << when(checked, " checked") << when(item.disabled, " disabled");
    if (!item.conditional.empty()) {
        out << " data-aria-controls=\"" << conditional_id << "\"";
    }
    if (item.hint.given()) {
        out << " aria-describedby=\"" << hint_id << "\"";
    }
    out << item.attributes << ">\n      "
        << indented(6, Label{.text = item.text,
                             .html = item.html,
                             .for_id = id,
                             .classes = join_words("govuk-radios__label", item.label_classes),
                             .attributes = item.label_attributes})
        << "\n";
    if (item.hint.given()) {
        Hint hint = item.hint;
        hint.id = hint_id;
        hint.classes = join_words("govuk-radios__hint", hint.classes);
        out << "      " << indented(6, hint) << "\n";
    }
    out << "    </div>\n";
    if (!item.conditional.empty()) {
        out << "    <div class=\"govuk-radios__conditional"
            << when(!checked, " govuk-radios__conditional--hidden") << "\" id=\"" << conditional_id
            << "\">\n      " << trimmed(item.conditional) << "\n    </div>\n";
    }
}

void write_items(Html& out, const Radios& options, const std::string& id_prefix) {
    int number = 0;
    for (const RadioItem& item : options.items) {
        ++number;
        if (item.left_out) {
            continue;
        }
        if (!item.divider.empty()) {
            out << "    <div class=\"govuk-radios__divider\">" << item.divider << "</div>\n";
        } else if (!item.id.empty()) {
            write_item(out, options, item, item.id);
        } else {
            write_item(out, options, item,
                       number == 1 ? id_prefix : id_prefix + "-" + std::to_string(number));
        }
    }
}

}  // namespace

Html& operator<<(Html& out, const Radios& options) {
    const std::string& id_prefix = options.id_prefix.empty() ? options.name : options.id_prefix;
    Html inner;
    const std::string described_by =
        write_hint_and_error(inner, options.hint, options.error_message, id_prefix,
                             options.fieldset ? options.fieldset->described_by : "");
    inner << "  <div class=\"govuk-radios" << more(options.classes) << "\"" << options.attributes
          << " data-module=\"govuk-radios\">\n";
    write_line(inner, options.form_group.before, 4);
    write_items(inner, options, id_prefix);
    write_line(inner, options.form_group.after, 4);
    inner << "  </div>";

    open_form_group(out, options.form_group, options.error_message.given());
    write_in_fieldset(out, options.fieldset, described_by, inner);
    return out << "\n</div>";
}

}  // namespace govuk
