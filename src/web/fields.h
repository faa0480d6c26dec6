#pragma once
// Fields are the named texts a browser sends: of the query, of a form, of the cookies. The order
// and repeated names are kept, because a list of ticked boxes is one name sent several times. All
// of it is valid UTF-8 without NUL by the time it is here (urlencoded.h, multipart.h); whether a
// text is a sum, a day or a name is asked by Form.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace web {

struct Field {
    std::string name;
    std::string value;

    friend bool operator==(const Field&, const Field&) = default;
};

class Fields {
public:
    Fields() = default;
    explicit Fields(std::vector<Field> list) : list_(std::move(list)) {}

    // Adds one at the end; the same name may come again.
    void add(std::string name, std::string value) {
        list_.push_back(Field{std::move(name), std::move(value)});
    }
    // Gives the first value of a name; nothing when the name was not sent.
    std::optional<std::string_view> find(std::string_view name) const;
    // Gives the first value of a name, or an empty text.
    std::string_view get(std::string_view name) const;
    // Gives every value of a name in the order sent.
    std::vector<std::string> all(std::string_view name) const;
    bool has(std::string_view name) const { return find(name).has_value(); }
    bool empty() const { return list_.empty(); }
    const std::vector<Field>& list() const { return list_; }

private:
    std::vector<Field> list_;
};

}  // namespace web
