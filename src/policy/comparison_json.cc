#include "policy/comparison_json.h"

#include "base/json.h"

namespace policy {

namespace {

json::value money(const std::optional<Money>& sum) {
    return sum ? json::value(sum->to_text()) : json::value(nullptr);
}

json::object largest(const LargestChange& change) {
    return {{"label", change.label}, {"change", change.change.to_text()}};
}

json::object to_json(const Tally& tally) {
    json::object made;
    made["counted"] = tally.counted();
    made["gain"] = tally.gain;
    made["lose"] = tally.lose;
    made["keep"] = tally.keep;
    made["before"] = tally.before.to_text();
    made["after"] = tally.after.to_text();
    made["gained"] = tally.gained.to_text();
    made["lost"] = tally.lost.to_text();
    made["largest_gain"] =
        tally.largest_gain ? json::value(largest(*tally.largest_gain)) : json::value(nullptr);
    made["largest_loss"] =
        tally.largest_loss ? json::value(largest(*tally.largest_loss)) : json::value(nullptr);
    return made;
}

std::string_view paid(bool once) {
    return once ? "once" : "weekly";
}

json::object to_json(const StreamComparison& stream) {
    json::object made;
    made["stream"] = stream.stream;
    made["name"] = stream.name;
    made["paid"] = paid(stream.once);
    made["sums"] = to_json(stream.sums);
    made["contributions"] = to_json(stream.contributions);
    made["newly_eligible"] = stream.newly_eligible;
    made["no_longer_eligible"] = stream.no_longer_eligible;
    made["refused"] = stream.refused;
    made["without_sum"] = stream.without_sum;
    return made;
}

json::object to_json(const StreamSide& side) {
    json::object made;
    made["state"] = to_text(side.state);
    made["sum"] = side.has_sum() ? json::value(side.sum.to_text()) : json::value(nullptr);
    made["contribution"] = money(side.contribution);
    if (side.refusal) {
        made["refusal"] = {{"code", side.refusal->code},
                           {"message", side.refusal->message},
                           {"place", side.refusal->place}};
    }
    return made;
}

json::object to_json(const PersonComparison& person) {
    json::object made;
    made["label"] = person.label;
    made["refused"] = person.is_refused();
    made["weekly_before"] = person.weekly_before.to_text();
    made["weekly_after"] = person.weekly_after.to_text();
    made["once_before"] = person.once_before.to_text();
    made["once_after"] = person.once_after.to_text();
    json::array& streams = made["streams"].emplace_array();
    for (const StreamOfPerson& each : person.streams) {
        streams.push_back(json::object{{"stream", each.stream},
                                       {"paid", paid(each.once)},
                                       {"before", to_json(each.before)},
                                       {"after", to_json(each.after)}});
    }
    return made;
}

json::object side(const PackageId& id, const std::string& fingerprint, Date on,
                  const std::vector<std::string>& not_asked) {
    json::object made;
    made["package"] = id;
    made["fingerprint"] = fingerprint;
    made["on"] = on.to_text();
    json::array& names = made["not_asked"].emplace_array();
    for (const std::string& each : not_asked) {
        names.push_back(json::string(each));
    }
    return made;
}

}  // namespace

json::value difference_json(const Files& before, const Files& after,
                            const std::vector<PackageChange>& changes) {
    json::object made;
    made["before"] = fingerprint_of(before);
    made["after"] = fingerprint_of(after);
    json::array& list = made["changes"].emplace_array();
    for (const PackageChange& change : changes) {
        json::object each;
        each["kind"] = to_text(change.kind);
        each["file"] = change.file;
        each["part"] = change.part;
        each["row"] = change.row;
        each["words"] = change.words;
        json::array& cells = each["cells"].emplace_array();
        for (const CellChange& cell : change.cells) {
            cells.push_back(json::object{
                {"column", cell.column}, {"before", cell.before}, {"after", cell.after}});
        }
        list.push_back(std::move(each));
    }
    return made;
}

json::value comparison_json(const PackageComparison& comparison) {
    json::object made;
    made["before"] = side(comparison.before, comparison.fingerprint_before, comparison.on_before,
                          comparison.not_asked_before);
    made["after"] = side(comparison.after, comparison.fingerprint_after, comparison.on_after,
                         comparison.not_asked_after);
    made["people_compared"] = comparison.people.size();
    made["refused"] = comparison.refused;
    made["weekly"] = to_json(comparison.weekly);
    made["once"] = to_json(comparison.once);
    json::array& streams = made["streams"].emplace_array();
    for (const StreamComparison& each : comparison.streams) {
        streams.push_back(to_json(each));
    }
    json::array& people = made["people"].emplace_array();
    for (const PersonComparison& each : comparison.people) {
        people.push_back(to_json(each));
    }
    return made;
}

}  // namespace policy
