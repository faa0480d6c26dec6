#include "policy/check_texts.h"

#include "base/text.h"

namespace policy {

void check_texts(const Model& model, Faults& faults) {
    for (const ModelDecision& decision : model.decisions.decisions) {
        if (base::trim(decision.description).empty()) {
            faults.add(Error{"policy.no_description",
                             "The decision " + decision.name +
                                 " says nowhere what it gives. Write a plain sentence into its "
                                 "<description>.",
                             decision.place});
        }
        if (base::trim(decision.source).empty()) {
            faults.add(Error{"policy.no_source",
                             "The decision " + decision.name +
                                 " names no law or guidance it stands on. Give it an "
                                 "<authorityRequirement> to a <knowledgeSource> with a name.",
                             decision.place});
        }
    }
    for (const feel::Table& table : model.decisions.program.tables) {
        for (std::size_t rule = 0; rule < table.rules; ++rule) {
            if (base::trim(table.annotations[rule]).empty()) {
                faults.add(Error{"policy.no_reason",
                                 "The rule gives no reason. Write it in plain words into the "
                                 "annotation column \"reason\".",
                                 model.decisions.program.sources[table.source].place + ", rule " +
                                     std::to_string(rule + 1)});
            }
        }
    }
}

}  // namespace policy
