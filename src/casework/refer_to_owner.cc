#include "casework/refer_to_owner.h"

#include "base/text.h"
#include "casework/assessment_open.h"
#include "store/referrals.h"
#include "store/steps.h"

namespace casework {

namespace {

using assessment::Status;

constexpr std::size_t note_max = 2000;

Outcome check_stream(const policy::Stream* stream, Date today) {
    if (stream == nullptr || !stream->exists_on(today)) {
        return Error{"referral.stream_unknown",
                     "There is no such stream today. Open the person's decisions again."};
    }
    if (stream->who_decides == policy::WhoDecides::council) {
        return Error{"referral.we_decide", "The council decides " + stream->name +
                                               " itself. Decide it on the decisions page."};
    }
    return Done{};
}

}  // namespace

Result<ReferralId> refer_to_owner(Desk& desk, PersonId person, const ReferralRequest& request) {
    const Act what{.name = "refer_to_owner",
                   .action = people::Action::decide_eligibility,
                   .object = {.person = person},
                   .detail = request.stream};
    return act(desk, what, [&](Acting& acting) -> Result<ReferralId> {
        TRY(const OpenAssessment open, open_assessment(desk, acting.tx, person));
        if (open.record.status == Status::started || open.record.status == Status::sent) {
            return Error{"assessment.not_checked",
                         "This cannot be referred yet. Check the answers with the person first."};
        }
        TRY_DONE(check_stream(open.package->stream(request.stream), desk.today));
        for (const assessment::Referral& earlier : store::load_referrals(acting.tx, person)) {
            if (earlier.stream == request.stream && earlier.is_waiting()) {
                return Error{"referral.already_waiting",
                             "The owner was asked on " + earlier.asked_on.for_people() +
                                 " and has not answered yet. Wait for the answer."};
            }
        }
        if (request.reply_by < desk.today) {
            return Error{"referral.reply_too_early",
                         "The day for the answer is past. Enter today or a later day."};
        }
        assessment::Referral referral{.id = desk.new_id<ReferralId>(),
                                      .person = person,
                                      .stream = request.stream,
                                      .assessment = open.record.id,
                                      .asked_on = desk.today,
                                      .asked_by = acting.who.name,
                                      .reply_by = request.reply_by};
        TRY(referral.note, base::plain_text(request.note, note_max));
        store::keep(acting.tx, referral);
        store::add_step(acting.tx, person, "referred", desk.today, desk.actor.to_text(),
                        referral.stream, referral.id.to_text());
        return referral.id;
    });
}

}  // namespace casework
