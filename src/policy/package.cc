#include "policy/package.h"
#include "policy/explain.h"

#include <algorithm>

#include "base/digest.h"
#include "base/text.h"
#include "policy/check_bounds.h"
#include "policy/check_package.h"
#include "policy/check_rounding.h"
#include "policy/check_tables.h"
#include "policy/check_units.h"
#include "policy/dmn.h"
#include "policy/model.h"
#include "policy/read_files.h"

namespace policy {

namespace {

Result<std::string> file(const Files& files, const std::string& name) {
    const auto found = files.find(name);
    if (found == files.end()) {
        return Error{"policy.file_missing", "The package has no file " + name + ".", name};
    }
    return found->second;
}

Result<std::string> title_of(const std::string& readme) {
    const std::string first(base::trim(base::split_text(readme, '\n').front()));
    if (!first.starts_with("# ") || first.size() < 4) {
        return Error{"policy.no_readme",
                     "The first line of README.md must be \"# \" and the title of the package.",
                     "README.md line 1"};
    }
    return first.substr(2);
}

void index_parameters(Model& model) {
    for (std::size_t i = 0; i < model.parameters.size(); ++i) {
        if (i == 0 || model.parameters[i].id != model.parameters[i - 1].id) {
            model.parameter_positions.emplace(model.parameters[i].id, model.parameter_rows.size());
            model.parameter_rows.emplace_back(i, i);
        }
        model.parameter_rows.back().second = i + 1;
    }
}

bool link_decisions(Model& model, const Files& files, Faults& faults) {
    std::vector<DmnFile> dmn_files;
    bool all_read = true;
    for (const auto& [name, bytes] : files) {
        if (name.ends_with(".dmn")) {
            DmnFile read;
            all_read = faults.take(read_dmn(name, bytes), read) && all_read;
            dmn_files.push_back(std::move(read));
        }
    }
    if (dmn_files.empty()) {
        faults.add(Error{"policy.file_missing", "The package has no .dmn file.", "*.dmn"});
    }
    if (dmn_files.empty() || !all_read) {
        return false;
    }
    std::vector<std::string> ids;
    for (const auto& [first, past] : model.parameter_rows) {
        ids.push_back(model.parameters[first].id);
    }
    model.decisions = link(dmn_files, ids, faults);
    return faults.none();
}

// "food_points" is "Food points".
std::string title_from(const std::string& name) {
    std::string words = name_in_words(name);
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') {
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    }
    return words;
}

void describe_decisions(Model& model) {
    for (const ModelDecision& each : model.decisions.decisions) {
        DecisionInfo info;
        info.name = each.name;
        info.title = each.label.empty() ? title_from(each.name) : each.label;
        info.description = each.description;
        info.question = each.question;
        info.source = each.source;
        info.file = each.file;
        for (const std::uint32_t i : each.inputs) {
            info.requires_inputs.push_back(model.decisions.inputs[i].name);
        }
        for (const std::uint32_t d : each.decisions) {
            info.requires_decisions.push_back(model.decisions.decisions[d].name);
        }
        for (const std::uint32_t p : each.parameters) {
            info.parameters.push_back(model.decisions.program.parameters[p]);
        }
        model.infos.push_back(std::move(info));
    }
}

// Reads one file; all files are read, so that one look shows every fault.
template <typename T>
void read(const Files& files, const std::string& name, Result<T> (*read_it)(std::string_view),
          T& into, Faults& faults) {
    std::string bytes;
    if (faults.take(file(files, name), bytes)) {
        faults.take(read_it(bytes), into);
    }
}

void read_files(const Files& files, Model& model, Faults& faults) {
    if (faults.take(file(files, "README.md"), model.readme)) {
        faults.take(title_of(model.readme), model.title);
    }
    read(files, "streams.csv", read_streams, model.streams, faults);
    read(files, "parameters.csv", read_parameters, model.parameters, faults);
    read(files, "questionnaire.csv", read_questionnaire, model.questions, faults);
    read(files, "cases.csv", read_cases, model.cases, faults);
    for (std::size_t i = 0; i < model.questions.size(); ++i) {
        model.question_positions.emplace(model.questions[i].id, i);
    }
    index_parameters(model);
}

// Puts the names of all facts in order: every question, and what is asked for beside them.
void index_asked(Model& model) {
    for (const Question& question : model.questions) {
        model.asked.push_back({question.id, model.decisions.find_input(question.id)});
    }
    for (const std::string& input : model.inputs) {
        model.asked.push_back({input, model.decisions.find_input(input)});
    }
    std::sort(model.asked.begin(), model.asked.end(),
              [](const Model::Asked& a, const Model::Asked& b) { return a.name < b.name; });
}

// What streams.csv names is money, whatever type its decision declares.
void mark_sums(Model& model) {
    for (const Stream& stream : model.streams) {
        for (const std::string& sum : {stream.amount, stream.contribution}) {
            if (const int at = model.decisions.find_decision(sum); !sum.empty() && at >= 0) {
                ModelDecision& decision = model.decisions.decisions[static_cast<std::size_t>(at)];
                decision.money.insert(decision.name);
            }
        }
    }
}

}  // namespace

std::string fingerprint_of(const Files& files) {
    std::string whole;
    for (const auto& [name, bytes] : files) {
        whole += name + '\0' + base::digest(bytes) + '\n';
    }
    return base::digest(whole);
}

Result<Package> Package::load(PackageId id, const Files& files) {
    Faults faults;
    std::optional<Package> package = load(std::move(id), files, faults);
    if (!package) {
        return faults.all().front();
    }
    return std::move(*package);
}

std::optional<Package> Package::load(PackageId id, const Files& files, Faults& faults) {
    auto model = std::make_shared<Model>();
    model->id = std::move(id);
    read_files(files, *model, faults);
    // A file that cannot be read says nothing of what the others name in it.
    if (!faults.none() || !link_decisions(*model, files, faults)) {
        return std::nullopt;
    }
    model->files = files;
    model->fingerprint = fingerprint_of(files);
    mark_sums(*model);
    check_package(*model, faults);
    index_asked(*model);
    check_rounding(*model, faults);
    check_tables(*model, faults);
    check_units(*model, faults);
    check_bounds(*model, faults);
    if (!faults.none()) {
        return std::nullopt;
    }
    describe_decisions(*model);
    std::stable_sort(
        model->streams.begin(), model->streams.end(),
        [](const Stream& a, const Stream& b) { return a.restriction < b.restriction; });
    return Package(std::move(model));
}

const PackageId& Package::id() const {
    return model_->id;
}

const std::string& Package::title() const {
    return model_->title;
}

const std::string& Package::readme() const {
    return model_->readme;
}

const std::string& Package::fingerprint() const {
    return model_->fingerprint;
}

std::vector<Stream> Package::streams(Date on) const {
    std::vector<Stream> there;
    for (const Stream& each : model_->streams) {
        if (each.exists_on(on)) {
            there.push_back(each);
        }
    }
    return there;
}

const std::vector<Stream>& Package::all_streams() const {
    return model_->streams;
}

const Stream* Package::stream(std::string_view stream_id) const {
    for (const Stream& each : model_->streams) {
        if (each.id == stream_id) {
            return &each;
        }
    }
    return nullptr;
}

const std::vector<Question>& Package::questionnaire() const {
    return model_->questions;
}

const Question* Package::question(std::string_view question_id) const {
    const auto found = model_->question_positions.find(question_id);
    return found == model_->question_positions.end() ? nullptr : &model_->questions[found->second];
}

Result<Parameter> Package::parameter(std::string_view parameter_id, Date on) const {
    const auto found = model_->parameter_positions.find(parameter_id);
    if (found == model_->parameter_positions.end()) {
        return Error{"policy.unknown_parameter",
                     "The package has no figure called \"" + std::string(parameter_id) + "\"."};
    }
    const auto& [first, past] = model_->parameter_rows[found->second];
    for (std::size_t i = first; i < past; ++i) {
        if (model_->parameters[i].in_force(on)) {
            return model_->parameters[i];
        }
    }
    return Error{"policy.parameter_not_in_force",
                 "The figure " + std::string(parameter_id) + " has no value on " + on.for_people() +
                     ". Choose another date or another package.",
                 "parameters.csv, figure " + std::string(parameter_id)};
}

std::vector<Parameter> Package::parameters(Date on) const {
    std::vector<Parameter> there;
    for (const Parameter& each : model_->parameters) {
        if (each.in_force(on)) {
            there.push_back(each);
        }
    }
    return there;
}

const std::vector<Parameter>& Package::all_parameters() const {
    return model_->parameters;
}

const std::vector<DecisionInfo>& Package::decisions() const {
    return model_->infos;
}

const DecisionInfo* Package::decision(std::string_view name) const {
    for (const DecisionInfo& each : model_->infos) {
        if (each.name == name) {
            return &each;
        }
    }
    return nullptr;
}

const std::vector<std::string>& Package::inputs() const {
    return model_->inputs;
}

const Files& Package::files() const {
    return model_->files;
}

const std::vector<GoldenCase>& Package::cases() const {
    return model_->cases;
}

}  // namespace policy
