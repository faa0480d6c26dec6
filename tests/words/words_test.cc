// Every sentence that says why a number is what it is, as the shipped packages tell it to their
// golden people and to a hundred random ones: short, of plain words or explained ones, without
// codes, sums with their sign.

#include <gtest/gtest.h>

#include "plain_words.h"
#include "told_people.h"

namespace words {
namespace {

const std::filesystem::path root(ONEPURSE_SOURCE_DIR);

policy::Glossary glossary() {
    return policy::Glossary::parse(read_bytes(root / "content" / "glossary.csv")).value();
}

std::string list() {
    return read_bytes(root / "tests" / "words" / "plain_words.txt");
}

std::string in_one_line(const std::vector<std::string>& faults) {
    std::string line;
    for (const std::string& fault : faults) {
        line += (line.empty() ? "" : ", ") + fault;
    }
    return line;
}

// Looks at each sentence; gives how many there are.
std::size_t expect_plain(const std::set<std::string>& texts, std::size_t words_max,
                         const policy::Package& package, const PlainWords& plain,
                         const policy::Glossary& terms) {
    std::size_t looked_at = 0;
    for (const std::string& text : texts) {
        for (const std::string& sentence : sentences_of(text)) {
            ++looked_at;
            const auto faults = faults_of(sentence, words_max, plain, terms);
            EXPECT_TRUE(faults.empty())
                << package.id() << ": " << sentence << "\n    " << in_one_line(faults);
        }
    }
    return looked_at;
}

TEST(ToldSentences, row_19_are_short_and_of_plain_or_explained_words_in_easy_read_shorter) {
    const policy::Glossary terms = glossary();
    std::size_t looked_at = 0;
    for (const policy::Package& package : shipped_packages()) {
        const PlainWords plain = plain_words(list(), package);
        const Sentences told = sentences_told(package, 25);
        looked_at += expect_plain(told.usual, 20, package, plain, terms);
        looked_at += expect_plain(told.easy, 15, package, plain, terms);
    }
    std::cout << looked_at << " different sentences\n";
    EXPECT_GT(looked_at, 1000U);
}

TEST(Glossary, explains_in_plain_words_and_short_sentences) {
    const policy::Glossary terms = glossary();
    const PlainWords plain(list());
    for (const policy::Term& term : terms.terms()) {
        for (const std::string& sentence : sentences_of(term.meaning)) {
            const auto faults = faults_of(sentence, 20, plain, terms);
            EXPECT_TRUE(faults.empty()) << sentence << "\n    " << in_one_line(faults);
        }
        for (const std::string& sentence : sentences_of(term.easy)) {
            const auto faults = faults_of(sentence, 15, plain, terms);
            EXPECT_TRUE(faults.empty()) << sentence << "\n    " << in_one_line(faults);
        }
    }
}

TEST(PlainWords, name_a_long_sentence_a_hard_word_a_code_and_a_sum_without_its_sign) {
    const policy::Glossary terms = glossary();
    const PlainWords plain(list());
    EXPECT_EQ(faults_of("It must be £200.00 a week or more.", 20, plain, terms),
              std::vector<std::string>{});
    EXPECT_EQ(faults_of("It must be 200.00 a week.", 20, plain, terms),
              std::vector<std::string>{"“200.00”"});
    EXPECT_EQ(faults_of("The gateway is shut.", 20, plain, terms),
              std::vector<std::string>{"“gateway”"});
    EXPECT_EQ(faults_of("It is some_help.", 20, plain, terms).size(), 2U);
    EXPECT_EQ(faults_of("One two one two one.", 4, plain, terms),
              std::vector<std::string>{"5 words"});
    EXPECT_EQ(faults_of("The means test asks.", 20, plain, terms), std::vector<std::string>{});
}

}  // namespace
}  // namespace words
