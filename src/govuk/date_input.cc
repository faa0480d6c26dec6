#include "govuk/date_input.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "govuk/input.h"

namespace govuk {

namespace {

constexpr std::string_view error_class = "govuk-input--error";

// One of day, month and year: how it is called, how wide it is, whether it is in the form.
struct Part {
    std::string standard_name;
    int width;
    DateInputItem item;
    bool left_out;
};

std::optional<std::string> find_value(const DateInput& options, const std::string& name) {
    for (const DateInputValue& value : options.values) {
        if (value.name == name) {
            return value.value;
        }
    }
    return std::nullopt;
}

Part part(const DateInput& options, const std::optional<DateInputItem>& given, bool left_out,
          std::string name, int width) {
    if (given || left_out) {
        return {std::move(name), width, given.value_or(DateInputItem{}), left_out};
    }
    DateInputItem standard{.name = name,
                           .value = find_value(options, name),
                           .classes = "govuk-input--width-" + std::to_string(width)};
    return {std::move(name), width, std::move(standard), false};
}

std::array<Part, 3> parts(const DateInput& options) {
    return {part(options, options.day, options.without_day, "day", 2),
            part(options, options.month, options.without_month, "month", 2),
            part(options, options.year, options.without_year, "year", 4)};
}

bool is_marked_wrong(const DateInputItem& item) {
    return item.error.value_or(false) || item.classes.find(error_class) != std::string::npos;
}

// An own item stands for the part whose standard or given name it has.
const Part* part_named(const std::array<Part, 3>& all, const std::optional<std::string>& name) {
    if (!name || name->empty()) {
        return nullptr;
    }
    const auto found = std::find_if(all.begin(), all.end(), [&](const Part& candidate) {
        return *name == candidate.standard_name || name == candidate.item.name;
    });
    return found == all.end() ? nullptr : &*found;
}

std::string capitalised(std::string word) {
    for (std::size_t at = 0; at < word.size(); ++at) {
        const bool is_first = at == 0;
        char& c = word[at];
        if (is_first && c >= 'a' && c <= 'z') {
            c = static_cast<char>(c - 'a' + 'A');
        } else if (!is_first && c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return word;
}

std::string item_classes(const DateInput& options, const DateInputItem& item, int width,
                         bool any_marked_wrong) {
    std::string classes = "govuk-date-input__input";
    const bool wrong_by_omission =
        item.error.value_or(true) && options.error_message.given() && !any_marked_wrong;
    if (item.classes.find(error_class) == std::string::npos &&
        (is_marked_wrong(item) || wrong_by_omission)) {
        classes = join_words(classes, std::string(error_class));
    }
    if (item.classes.find("govuk-input--width-") == std::string::npos) {
        classes = join_words(classes, "govuk-input--width-" + std::to_string(width));
    }
    return join_words(classes, item.classes);
}

void write_item(Html& out, const DateInput& options, const DateInputItem& item, const Part* of,
                bool any_marked_wrong) {
    const std::string name = item.name.value_or(of != nullptr ? of->standard_name : "");
    const std::string prefixed =
        options.name_prefix.empty() ? name : options.name_prefix + "-" + name;
    std::optional<std::string> value = item.value;
    if (!value && of != nullptr) {
        value = of->item.value;
    }
    if (!value) {
        value = find_value(options, prefixed);
    }
    const Input field{
        .id = item.id.empty() ? options.id + "-" + name : item.id,
        .name = prefixed,
        .inputmode = item.inputmode,
        .value = value,
        .label = {.text = item.label.empty() ? capitalised(name) : item.label,
                  .classes = "govuk-date-input__label"},
        .classes = item_classes(options, item, of != nullptr ? of->width : 2, any_marked_wrong),
        .autocomplete = item.autocomplete,
        .pattern = item.pattern,
        .attributes = item.attributes};
    out << "    <div class=\"govuk-date-input__item\">\n      " << indented(6, field)
        << "\n    </div>\n";
}

void write_items(Html& out, const DateInput& options) {
    const std::array<Part, 3> all = parts(options);
    const auto is_marked = [](const Part& candidate) {
        return !candidate.left_out && is_marked_wrong(candidate.item);
    };
    if (options.items.empty()) {
        const bool any = std::any_of(all.begin(), all.end(), is_marked);
        for (const Part& one : all) {
            if (!one.left_out) {
                write_item(out, options, one.item, &one, any);
            }
        }
        return;
    }
    const bool any = std::any_of(options.items.begin(), options.items.end(), is_marked_wrong);
    for (const DateInputItem& item : options.items) {
        if (!item.left_out) {
            write_item(out, options, item, part_named(all, item.name), any);
        }
    }
}

}  // namespace

Html& operator<<(Html& out, const DateInput& options) {
    Html inner;
    const std::string described_by =
        write_hint_and_error(inner, options.hint, options.error_message, options.id,
                             options.fieldset ? options.fieldset->described_by : "");
    inner << "  <div class=\"govuk-date-input" << more(options.classes) << "\""
          << options.attributes << attribute_if("id", options.id) << ">\n";
    write_line(inner, options.form_group.before, 4);
    write_items(inner, options);
    write_line(inner, options.form_group.after, 4);
    inner << "  </div>";

    open_form_group(out, options.form_group, options.error_message.given());
    const std::size_t start = out.size();
    if (options.fieldset) {
        // A group of text fields has to say that it is one, or a screen reader leaves out its hint.
        Fieldset grouped = *options.fieldset;
        grouped.role = "group";
        write_in_fieldset(out, grouped, described_by, inner);
        out.indent_from(start, 2);
    } else {
        write_in_fieldset(out, std::nullopt, described_by, inner);
    }
    return out << "\n</div>";
}

}  // namespace govuk
