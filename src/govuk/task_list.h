#pragma once
// The parts of a long task with the state of each; a part that can be begun has a link.

#include <optional>
#include <string>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/content.h"
#include "govuk/html.h"
#include "govuk/tag.h"

namespace govuk {

struct TaskTitle {
    std::string text = {};
    Html html = {};
    std::string classes = {};
};

struct TaskStatus {
    std::optional<Tag> tag = std::nullopt;
    std::string text = {};
    Html html = {};
    std::string classes = {};
};

struct Task {
    TaskTitle title = {};
    Content hint = {};
    TaskStatus status = {};
    std::string href = {};
    std::string classes = {};
    // Not shown, but the numbers of the others stay.
    bool left_out = false;
};

struct TaskList {
    std::vector<Task> items = {};
    std::string classes = {};
    Attributes attributes = {};
    std::string id_prefix = "task-list";
};

// Writes the list into a page.
Html& operator<<(Html& out, const TaskList& options);
// Makes a task list.
inline Html task_list(const TaskList& options) {
    return Html() << options;
}

}  // namespace govuk
