#include "govuk/file_upload.h"

namespace govuk {

namespace {

void open_drop_zone(Html& out, const FileUpload& options) {
    Attributes translated;
    add_translation(translated, "choose-files-button", options.choose_files_button_text);
    add_translation(translated, "no-file-chosen", options.no_file_chosen_text);
    add_translations(translated, "multiple-files-chosen", options.multiple_files_chosen_text);
    add_translation(translated, "drop-instruction", options.drop_instruction_text);
    add_translation(translated, "entered-drop-zone", options.entered_drop_zone_text);
    add_translation(translated, "left-drop-zone", options.left_drop_zone_text);
    out << "  <div\n    class=\"govuk-file-upload-wrapper" << more(options.wrapper_classes)
        << "\"\n    data-module=\"govuk-file-upload\"" << translated << options.wrapper_attributes
        << "\n  >\n";
}

}  // namespace

Html& operator<<(Html& out, const FileUpload& options) {
    const std::string& id = options.id.empty() ? options.name : options.id;
    open_form_group(out, options.form_group, options.error_message.given());
    write_label(out, options.label, id);
    const std::string described_by =
        write_hint_and_error(out, options.hint, options.error_message, id, options.described_by);
    write_line(out, options.form_group.before, 2);
    if (options.javascript) {
        open_drop_zone(out, options);
    }
    out << "  <input class=\"govuk-file-upload" << more(options.classes)
        << when(options.error_message.given(), " govuk-file-upload--error") << "\" id=\"" << id
        << "\" name=\"" << options.name << "\" type=\"file\"" << when(options.disabled, " disabled")
        << when(options.multiple, " multiple") << attribute_if("aria-describedby", described_by)
        << options.attributes << ">\n"
        << when(options.javascript, "  </div>\n");
    write_line(out, options.form_group.after, 2);
    return out << "</div>";
}

}  // namespace govuk
