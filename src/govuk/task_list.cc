#include "govuk/task_list.h"

namespace govuk {

namespace {

void write_name(Html& out, const Task& task, const std::string& hint_id,
                const std::string& status_id) {
    if (task.href.empty()) {
        out << "      <div" << attribute_if("class", task.title.classes) << ">\n        "
            << words(task.title, 8) << "\n      </div>\n";
        return;
    }
    out << "      <a class=\"govuk-link govuk-task-list__link" << more(task.title.classes)
        << "\" href=\"" << task.href << "\" aria-describedby=\"";
    if (task.hint.given()) {
        out << hint_id << " ";
    }
    out << status_id << "\">\n        " << words(task.title, 8) << "\n      </a>\n";
}

void write_task(Html& out, const Task& task, const std::string& id) {
    const std::string hint_id = id + "-hint";
    const std::string status_id = id + "-status";
    out << "  <li class=\"govuk-task-list__item"
        << when(!task.href.empty(), " govuk-task-list__item--with-link") << more(task.classes)
        << "\">\n    <div class=\"govuk-task-list__name-and-hint\">\n";
    write_name(out, task, hint_id, status_id);
    if (task.hint.given()) {
        out << "      <div id=\"" << hint_id << "\" class=\"govuk-task-list__hint\">\n        "
            << words(task.hint, 8) << "\n      </div>\n";
    }
    out << "    </div>\n    <div class=\"govuk-task-list__status" << more(task.status.classes)
        << "\" id=\"" << status_id << "\">\n      ";
    if (task.status.tag) {
        out << indented(6, *task.status.tag);
    } else {
        out << words(task.status, 6);
    }
    out << "\n    </div>\n  </li>";
}

}  // namespace

Html& operator<<(Html& out, const TaskList& options) {
    out << "<ul class=\"govuk-task-list" << more(options.classes) << "\"" << options.attributes
        << ">\n";
    int number = 0;
    for (const Task& task : options.items) {
        ++number;
        if (!task.left_out) {
            write_task(out, task, options.id_prefix + "-" + std::to_string(number));
        }
        out << "\n";
    }
    return out << "</ul>";
}

}  // namespace govuk
