#include "casework/desk.h"

#include "casework/find_stream.h"
#include "store/journal.h"
#include "store/standing.h"

namespace casework::inner {

namespace {

// The system acts on dated work only, and the operator on what no account can do; both stand above
// decide() and are named in the journal as themselves.
people::Standing system_standing(const Desk& desk) {
    people::Standing standing;
    standing.name = desk.is_operator ? "Whoever runs Onepurse for the council" : "Onepurse";
    standing.is_open = true;
    return standing;
}

// What the journal calls those who act without an account.
std::string_view system_text(const Desk& desk) {
    return desk.is_operator ? "operator" : "system";
}

std::string actor_text(const Desk& desk) {
    return desk.is_system ? std::string(system_text(desk)) : desk.actor.to_text();
}

struct Judged {
    people::Standing who;
    people::Allowed allowed;
};

Result<Judged> judge(Desk& desk, store::View& view, people::Action action,
                     const people::Object& object) {
    if (desk.is_system) {
        return Judged{system_standing(desk), {std::string(system_text(desk))}};
    }
    people::Standing who = store::load_standing(view, desk.actor);
    TRY(people::Allowed allowed, people::decide(who, action, object, desk.today));
    return Judged{std::move(who), std::move(allowed)};
}

Instant quarter_of(Instant at) {
    return Instant{at.seconds - at.seconds % 900};
}

}  // namespace

Outcome carry_out(Desk& desk, const Act& act,
                  const std::function<Result<std::string>(Acting&)>& journey, std::string& answer) {
    return desk.store.write([&](store::Tx& tx) -> Outcome {
        if (!desk.request.is_none()) {
            if (const std::optional<store::KeptAnswer> kept =
                    store::find_answer(tx, desk.request)) {
                if (kept->fingerprint != desk.fingerprint) {
                    return Error{"request.other_content",
                                 "This form was already sent with other answers. Open the page "
                                 "again to send new ones."};
                }
                answer = kept->answer;
                return Done{};
            }
        }
        TRY(Judged judged, judge(desk, tx, act.action, act.object));
        Acting acting{tx, judged.who, judged.allowed.relation, actor_text(desk), {}, act.detail};
        Result<std::string> done = journey(acting);
        if (!done) {
            return with_stream_name(desk.shelf, done.error(), desk.today);
        }
        answer = std::move(done).value();
        if (tx.failure()) {
            return *tx.failure();
        }
        store::append(tx, {.id = desk.new_id<ActId>(),
                           .at = desk.now,
                           .on = desk.today,
                           .actor = actor_text(desk),
                           .actor_name = judged.who.name,
                           .relation = judged.allowed.relation,
                           .name = act.name,
                           .person = act.object.person,
                           .about = acting.about.empty() ? answer : acting.about,
                           .detail = acting.detail,
                           .previous = {},
                           .hash = {}});
        if (!desk.request.is_none()) {
            store::keep_answer(tx, desk.request, {desk.fingerprint, answer}, desk.now);
        }
        return Done{};
    });
}

Outcome permit(Desk& desk, store::View& view, people::Action action, const people::Object& object) {
    TRY_DONE(judge(desk, view, action, object));
    return Done{};
}

Result<bool> is_first_look(Desk& desk, store::View& view, const people::Object& object,
                           people::Action action, std::string_view purpose) {
    TRY(const Judged judged, judge(desk, view, action, object));
    return judged.allowed.relation != "self" && judged.allowed.relation != "system" &&
           !store::has_look(view, object.person, desk.actor.to_text(), purpose,
                            quarter_of(desk.now));
}

Outcome write_look(Desk& desk, const people::Object& object, people::Action action,
                   std::string_view purpose) {
    return desk.store.write([&](store::Tx& tx) -> Outcome {
        TRY(const Judged judged, judge(desk, tx, action, object));
        store::keep_look(tx, object.person,
                         {desk.actor.to_text(), judged.who.name, judged.allowed.relation,
                          std::string(purpose), desk.now},
                         quarter_of(desk.now));
        return Done{};
    });
}

Outcome write_looks(Desk& desk, const std::vector<PersonId>& people, people::Action action,
                    std::string_view purpose) {
    return desk.store.write([&](store::Tx& tx) -> Outcome {
        for (const PersonId person : people) {
            TRY(const Judged judged, judge(desk, tx, action, {.person = person}));
            store::keep_look(tx, person,
                             {desk.actor.to_text(), judged.who.name, judged.allowed.relation,
                              std::string(purpose), desk.now},
                             quarter_of(desk.now));
        }
        return Done{};
    });
}

}  // namespace casework::inner
