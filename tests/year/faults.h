#pragma once
// Faults stands between the journeys of a simulated council and its book, and does to each act what
// the world does: a form is sent twice, an answer is lost and the form sent again with its key, the
// program is killed between two acts, the power fails while an act is being written. Whatever
// happened, an act must have happened once, its key must have one answer, and a refused act must
// have changed nothing; what does not hold is written down. Chance comes from a seed of its own, so
// that the same seed gives the same year.

#include <cstdint>
#include <string>
#include <vector>

#include "base/random.h"
#include "casework/desk.h"
#include "store/store.h"

namespace year {

class Faults {
public:
    // Watches over the book, which lies in `folder`. From now on every act passes here, until it is
    // gone.
    Faults(store::Store& book, std::string folder, std::uint64_t seed);
    ~Faults();
    Faults(const Faults&) = delete;
    Faults& operator=(const Faults&) = delete;

    // Kills the program and starts it again on what the disk holds.
    void crash();

    // What did not hold, in words; taken away when asked for.
    std::vector<std::string> take_failures();

    struct Counts {
        std::int64_t acts = 0;
        std::int64_t refused = 0;
        std::int64_t sent_twice = 0;
        std::int64_t answers_lost = 0;
        std::int64_t crashes = 0;
        std::int64_t power_cuts = 0;
        std::int64_t acts_lost_unanswered = 0;  // by power cuts, and done again
    };
    const Counts& counts() const { return counts_; }

    // Called for every act by the linker's hand; `real` is the true carry_out.
    using Journey = std::function<Result<std::string>(casework::Acting&)>;
    using CarryOut = Outcome (*)(casework::Desk&, const casework::Act&, const Journey&,
                                 std::string&);
    Outcome pass(casework::Desk& desk, const casework::Act& act, const Journey& journey,
                 std::string& answer, CarryOut real);

private:
    struct Log {
        std::uintmax_t size = 0;
        std::string head;  // its header: another one means that it began anew
    };
    Log log_now() const;
    // Opens the book again as it would be found; of its log only `log_bytes` reached the disk.
    void reopen(std::uintmax_t log_bytes);
    // A sum over every column of every table.
    std::string state();
    void check(bool holds, const casework::Act& act, const std::string& words);

    store::Store& book_;
    std::string folder_;
    Random chance_;
    std::int64_t opened_ = 0;
    Counts counts_;
    std::vector<std::string> failures_;
};

}  // namespace year
