#include "govuk/form_group.h"

namespace govuk {

void open_form_group(Html& out, const FormGroup& group, bool has_error) {
    out << "<div class=\"govuk-form-group" << when(has_error, " govuk-form-group--error")
        << more(group.classes) << "\"" << group.attributes << ">\n";
}

void write_label(Html& out, const Label& label, const std::string& id) {
    out << "  " << indented(2, LabelFor{label, id}) << "\n";
}

std::string write_hint_and_error(Html& out, const Hint& hint, const ErrorMessage& error,
                                 const std::string& id, std::string described_by) {
    if (hint.given()) {
        const std::string hint_id = id + "-hint";
        described_by = join_words(described_by, hint_id);
        out << "  " << indented(2, HintAs{hint, hint_id}) << "\n";
    }
    if (error.given()) {
        const std::string error_id = id + "-error";
        described_by = join_words(described_by, error_id);
        out << "  " << indented(2, ErrorMessageAs{error, error_id}) << "\n";
    }
    return described_by;
}

void write_in_fieldset(Html& out, const std::optional<Fieldset>& fieldset,
                       const std::string& described_by, const Html& controls) {
    out << "  ";
    if (!fieldset) {
        out << trimmed(controls);
        return;
    }
    Fieldset whole = *fieldset;
    whole.described_by = described_by;
    whole.html << trimmed(controls);
    out << whole;
}

void write_line(Html& out, const Content& content, int spaces) {
    if (content.given()) {
        for (int space = 0; space < spaces; ++space) {
            out << " ";
        }
        out << words(content, spaces) << "\n";
    }
}

}  // namespace govuk
