#include "govuk/checkboxes.h"

#include <algorithm>

#include "govuk/label.h"

namespace govuk {

namespace {

bool is_checked(const CheckboxItem& item, const std::vector<std::string>& chosen) {
    return item.checked.value_or(std::find(chosen.begin(), chosen.end(), item.value) !=
                                 chosen.end());
}

void write_item(Html& out, const Checkboxes& options, const CheckboxItem& item,
                const std::string& id, const std::string& group_described_by) {
    const bool checked = is_checked(item, options.values);
    const std::string conditional_id = "conditional-" + id;
    const std::string hint_id = item.hint.given() ? id + "-item-hint" : "";
    // A fieldset says for all what describes them; without one each item has to say it.
    const std::string item_described_by =
        join_words(options.fieldset ? "" : group_described_by, hint_id);
    out << "    <div class=\"govuk-checkboxes__item\">\n"
           "      <input class=\"govuk-checkboxes__input\" id=\""
        << id << "\" name=\"" << (item.name.empty() ? options.name : item.name)
        << "\" type=\"checkbox\" value=\"" << item.value << "\"" << when(checked, " checked")
        << when(item.disabled, " disabled");
    if (!item.conditional.empty()) {
        out << " data-aria-controls=\"" << conditional_id << "\"";
    }
    out << attribute_if("data-behaviour", item.behaviour)
        << attribute_if("aria-describedby", item_described_by) << item.attributes << ">\n      "
        << indented(6, Label{.text = item.text,
                             .html = item.html,
                             .for_id = id,
                             .classes = join_words("govuk-checkboxes__label", item.label_classes),
                             .attributes = item.label_attributes})
        << "\n";
    if (item.hint.given()) {
        Hint hint = item.hint;
        hint.id = hint_id;
        hint.classes = join_words("govuk-checkboxes__hint", hint.classes);
        out << "      " << indented(6, hint) << "\n";
    }
    out << "    </div>\n";
    if (!item.conditional.empty()) {
        out << "    <div class=\"govuk-checkboxes__conditional"
            << when(!checked, " govuk-checkboxes__conditional--hidden") << "\" id=\""
            << conditional_id << "\">\n      " << trimmed(item.conditional) << "\n    </div>\n";
    }
}

void write_items(Html& out, const Checkboxes& options, const std::string& id_prefix,
                 const std::string& group_described_by) {
    int number = 0;
    for (const CheckboxItem& item : options.items) {
        ++number;
        if (item.left_out) {
            continue;
        }
        if (!item.divider.empty()) {
            out << "    <div class=\"govuk-checkboxes__divider\">" << item.divider << "</div>\n";
        } else if (!item.id.empty()) {
            write_item(out, options, item, item.id, group_described_by);
        } else {
            write_item(out, options, item,
                       number == 1 ? id_prefix : id_prefix + "-" + std::to_string(number),
                       group_described_by);
        }
    }
}

}  // namespace

Html& operator<<(Html& out, const Checkboxes& options) {
    const std::string& id_prefix = options.id_prefix.empty() ? options.name : options.id_prefix;
    Html inner;
    const bool by_fieldset = options.fieldset && !options.fieldset->described_by.empty();
    const std::string group_described_by =
        write_hint_and_error(inner, options.hint, options.error_message, id_prefix,
                             by_fieldset ? options.fieldset->described_by : options.described_by);
    inner << "  <div class=\"govuk-checkboxes" << more(options.classes) << "\""
          << options.attributes << " data-module=\"govuk-checkboxes\">\n";
    write_line(inner, options.form_group.before, 4);
    write_items(inner, options, id_prefix, group_described_by);
    write_line(inner, options.form_group.after, 4);
    inner << "  </div>";

    open_form_group(out, options.form_group, options.error_message.given());
    write_in_fieldset(out, options.fieldset, group_described_by, inner);
    return out << "\n</div>";
}

}  // namespace govuk
