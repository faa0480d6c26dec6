#pragma once
// The verbs decide and cases: a policy package from its folder, worked out for one person given as
// JSON, or run over its golden cases. They print JSON that docs/formats/decide-result.schema.json
// describes; every refusal names its place.

#include <ostream>
#include <string>
#include <vector>

namespace command {

// decide PACKAGE --on DATE --case FILE.json [--explain]: with a folder. With --data DIR,
// --authority CODE, --package ID and [--known INSTANT]: with the version of a book that was in
// force on the day, as known at the moment. Gives 0, 1 (refused) or 2 (wrong use).
int decide_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);
int decide_verb(const std::vector<std::string>& args);

// cases PACKAGE. Gives 0 when every case passes, 1 when one differs or the package is refused.
int cases_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);
int cases_verb(const std::vector<std::string>& args);

}  // namespace command
