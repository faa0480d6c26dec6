#include <gtest/gtest.h>

#include <set>

#include "identity/account.h"
#include "identity/paper_code.h"
#include "identity/password.h"
#include "identity/session.h"
#include "identity/throttle.h"

using namespace identity;  // NOLINT(google-build-using-namespace): a test

namespace {

constexpr std::string_view key = "0123456789abcdef0123456789abcdef";

std::string refused(const Outcome& outcome) {
    return outcome.has_value() ? "" : outcome.error().code;
}

}  // namespace

TEST(Password, is_kept_only_as_a_salted_hash_and_recognised_again) {
    Random random = Random::seeded(1);
    const std::string first = hash_password("three small words", random);
    const std::string second = hash_password("three small words", random);
    EXPECT_NE(first, second);
    EXPECT_EQ(first.find("three"), std::string::npos);
    EXPECT_TRUE(is_password("three small words", first));
    EXPECT_TRUE(is_password("three small words", second));
    EXPECT_FALSE(is_password("three small Words", first));
    EXPECT_FALSE(is_password("", first));
    EXPECT_FALSE(is_password("three small words", unknown_password_hash()));
}

TEST(Password, costs_two_passes_over_nineteen_mebibytes) {
    Random random = Random::seeded(1);
    EXPECT_TRUE(hash_password("three small words", random).starts_with("argon2id$2$19456$"));
}

TEST(Password, is_refused_when_short_common_or_the_name) {
    const struct {
        std::string_view password;
        std::string_view code;
    } rows[] = {
        {"", "identity.password_short"},
        {"eleven char", "identity.password_short"},
        {"twelve chars", ""},
        {"Password1234", "identity.password_common"},
        {"aaaaaaaaaaaaaaaa", "identity.password_common"},
        {"ann.ashe1234", "identity.password_common"},
        {"éééééééééééé1", ""},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(refused(check_new_password(row.password, "ann.ashe")), row.code) << row.password;
    }
    EXPECT_EQ(refused(check_new_password(std::string(201, 'x') + "y", "ann")),
              "identity.password_long");
}

TEST(UserName, is_compared_in_small_letters) {
    EXPECT_EQ(*to_user_name(" Ann.Ashe "), "ann.ashe");
    for (const std::string_view wrong : {"", "ab", "ann ashe", "a\"b\"c", "ann\nashe"}) {
        EXPECT_FALSE(to_user_name(wrong).has_value()) << wrong;
    }
    EXPECT_FALSE(to_user_name(std::string(41, 'a')).has_value());
}

TEST(PaperCode, can_be_read_out_and_typed_with_other_marks) {
    Random random = Random::seeded(7);
    const std::string code = make_paper_code(random);
    EXPECT_EQ(code.size(), 24U);
    std::string typed;
    for (const char c : code) {
        typed += c == '-' ? ' ' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    EXPECT_EQ(paper_code_hash(typed, key), paper_code_hash(code, key));
    EXPECT_NE(paper_code_hash(make_paper_code(random), key), paper_code_hash(code, key));
    EXPECT_EQ(paper_code_hash(code, key).find(code), std::string::npos);
}

TEST(PaperCode, does_not_repeat) {
    Random random = Random::seeded(7);
    std::set<std::string> codes;
    for (int i = 0; i < 10'000; ++i) {
        codes.insert(make_paper_code(random));
    }
    EXPECT_EQ(codes.size(), 10'000U);
}

TEST(PaperCode, works_once_until_its_day_and_refuses_with_one_answer) {
    PaperCode code;
    code.until = Instant{1000};
    EXPECT_EQ(refused(check_paper_code(code, Instant{999})), "");
    const Outcome late = check_paper_code(code, Instant{1000});
    code.used_at = Instant{10};
    const Outcome used = check_paper_code(code, Instant{999});
    const Outcome unknown = check_paper_code(std::nullopt, Instant{999});
    EXPECT_EQ(late.error(), used.error());
    EXPECT_EQ(late.error(), unknown.error());
}

TEST(Session, ends_after_rest_and_after_twelve_hours) {
    Session session;
    session.started_at = Instant{0};
    session.seen_at = Instant{0};
    for (const auto& [kind, seconds] :
         {std::pair(AccountKind::person, 1800), std::pair(AccountKind::helper, 1800),
          std::pair(AccountKind::staff, 900), std::pair(AccountKind::provider, 900)}) {
        session.kind = kind;
        EXPECT_TRUE(is_live(session, Instant{seconds - 1}));
        EXPECT_FALSE(is_live(session, Instant{seconds}));
    }
    session.seen_at = Instant{12 * 3600 - 10};
    EXPECT_TRUE(is_live(session, Instant{12 * 3600 - 1}));
    EXPECT_FALSE(is_live(session, Instant{12 * 3600}));
    EXPECT_EQ(ends_at(session), Instant{12 * 3600});
    session.seen_at = Instant{60};
    EXPECT_EQ(ends_at(session), Instant{60 + 900});
}

TEST(Session, is_256_bits_of_chance_kept_as_a_keyed_digest) {
    Random random = Random::seeded(3);
    const std::string token = make_session_token(random);
    EXPECT_EQ(token.size(), 64U);
    EXPECT_NE(token, make_session_token(random));
    EXPECT_NE(session_token_hash(token, key), token);
    EXPECT_NE(session_token_hash(token, key),
              session_token_hash(token, "another key of thirty-two bytes!"));
}

TEST(Throttle, takes_ten_wrong_guesses_in_five_minutes_and_opens_again) {
    std::vector<Instant> wrong;
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(refused(may_guess(wrong, Instant{100 + i})), "");
        wrong.push_back(Instant{100 + i});
    }
    EXPECT_EQ(refused(may_guess(wrong, Instant{110})), "identity.too_many_guesses");
    EXPECT_EQ(refused(may_guess(wrong, Instant{399})), "identity.too_many_guesses");
    EXPECT_EQ(refused(may_guess(wrong, Instant{400})), "");
}

TEST(Throttle, takes_sixty_wrong_guesses_of_one_address_and_says_how_long_to_wait) {
    std::vector<Instant> wrong;
    for (int i = 0; i < 60; ++i) {
        EXPECT_EQ(refused(may_guess_here(wrong, Instant{100 + i})), "");
        wrong.push_back(Instant{100 + i});
    }
    const Outcome late = may_guess_here(wrong, Instant{170});
    EXPECT_EQ(refused(late), "identity.too_many_guesses_here");
    EXPECT_NE(late.error().message.find("Wait 4 minutes"), std::string::npos)
        << late.error().message;
    EXPECT_EQ(refused(may_guess_here(wrong, Instant{400})), "");
}
