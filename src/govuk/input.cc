#include "govuk/input.h"

namespace govuk {

namespace {

// An attribute that is written whenever it was set, even to nothing.
void write_if_set(Html& out, Literal name, const std::optional<std::string>& value) {
    if (value) {
        out << " " << name << "=\"" << *value << "\"";
    }
}

void write_element(Html& out, const Input& options, const std::string& id,
                   const std::string& described_by) {
    out << "<input class=\"govuk-input" << more(options.classes)
        << when(options.error_message.given(), " govuk-input--error") << "\" id=\"" << id
        << "\" name=\"" << options.name << "\" type=\"" << options.type << "\"";
    if (options.spellcheck) {
        out << " spellcheck=\"" << true_or_false(*options.spellcheck) << "\"";
    }
    write_if_set(out, "value", options.value);
    out << when(options.disabled, " disabled") << attribute_if("aria-describedby", described_by);
    write_if_set(out, "autocomplete", options.autocomplete);
    write_if_set(out, "autocapitalize", options.autocapitalize);
    write_if_set(out, "pattern", options.pattern);
    write_if_set(out, "inputmode", options.inputmode);
    out << options.attributes << ">";
}

void write_affix(Html& out, const InputAffix& affix, Literal kind) {
    if (affix.given()) {
        out << "    <div class=\"govuk-input__" << kind << more(affix.classes)
            << "\" aria-hidden=\"true\"" << affix.attributes << ">" << words(affix, 6)
            << "</div>\n";
    }
}

// Text here stands at the margin, markup four spaces in, as in the reference.
void write_beside(Html& out, const Content& content) {
    if (content.given()) {
        out << when(!content.html.empty(), "    ") << words(content, 4) << "\n";
    }
}

}  // namespace

Html& operator<<(Html& out, const Input& options) {
    const std::string& id = options.id.empty() ? options.name : options.id;
    open_form_group(out, options.form_group, options.error_message.given());
    write_label(out, options.label, id);
    const std::string described_by =
        write_hint_and_error(out, options.hint, options.error_message, id, options.described_by);
    const Content& before = options.form_group.before;
    const Content& after = options.form_group.after;
    if (options.prefix.given() || options.suffix.given() || before.given() || after.given()) {
        out << "  <div class=\"govuk-input__wrapper" << more(options.input_wrapper.classes) << "\""
            << options.input_wrapper.attributes << ">\n";
        write_beside(out, before);
        write_affix(out, options.prefix, "prefix");
        out << "    ";
        write_element(out, options, id, described_by);
        out << "\n";
        write_affix(out, options.suffix, "suffix");
        write_beside(out, after);
        out << "  </div>\n";
    } else {
        out << "  ";
        write_element(out, options, id, described_by);
        out << "\n";
    }
    return out << "</div>";
}

}  // namespace govuk
