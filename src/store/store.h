#pragma once
// Store is the one door to one authority's book. `write` queues an act; one writer thread runs the
// acts one after the other, each in its own savepoint, commits many with one synced transaction and
// only then answers them all: what was acknowledged is on disk. An act that is refused changes
// nothing. `read` gives one consistent snapshot. Store knows how to keep values and decides
// nothing. A statement needs a Tx (or a Snapshot) to exist, so SQL outside a transaction does not
// compile.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "base/ids.h"
#include "base/result.h"
#include "store/connection.h"

namespace store {

// What both a Tx and a Snapshot can do: ask. Load functions take a View, so that they serve both.
class View {
public:
    View(Connection& connection, const AuthorityId& authority)
        : connection_(connection), authority_(authority) {}
    View(const View&) = delete;
    View& operator=(const View&) = delete;

    const AuthorityId& authority() const { return authority_; }

    template <typename... Values>
    Rows query(std::string_view sql, const Values&... values) {
        return connection_.query(sql, values...);
    }

    // Whether a statement of this transaction failed; the store turns it into a refusal by itself.
    const std::optional<Error>& failure() const { return connection_.failure(); }

protected:
    Connection& connection_;
    const AuthorityId& authority_;
};

// A consistent picture of the book that nobody can write through.
class Snapshot : public View {
    using View::View;
};

// An act in progress: everything it runs is kept together or not at all.
class Tx : public View {
public:
    using View::View;

    template <typename... Values>
    std::int64_t run(std::string_view sql, const Values&... values) {
        return connection_.run(sql, values...);
    }
};

class Store {
public:
    // Opens the book at `path` for `authority`, making or migrating it. Refuses: store.cannot_open,
    // store.not_durable, store.newer_book (made by a later version), store.other_authority,
    // store.book_in_use (another program has it open to write).
    static Result<std::unique_ptr<Store>> open(const std::string& path,
                                               const AuthorityId& authority);

    // Opens only to read (the verbs that print). Refuses as open, and store.no_book.
    static Result<std::unique_ptr<Store>> open_to_read(const std::string& path);

    // Gives the authority whose book the file is. Refuses: store.no_book, store.cannot_open.
    static Result<AuthorityId> authority_of(const std::string& path);

    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    // Exchanges the books behind the two doors. Nobody may be at work at either.
    Store& operator=(Store&& other) noexcept;

    const AuthorityId& authority() const;
    const std::string& path() const;

    // Runs `act(Tx&) -> Result<T>` as one act and waits until it is synced to disk, or gives its
    // refusal.
    template <typename Act>
    std::invoke_result_t<Act, Tx&> write(Act&& act) {
        using Answer = std::invoke_result_t<Act, Tx&>;
        std::optional<Answer> answer;
        std::function<bool(Tx&)> task = [&](Tx& tx) {
            answer.emplace(act(tx));
            return answer->has_value();
        };
        if (std::optional<Error> failed = run_write(task)) {
            return *failed;
        }
        return std::move(*answer);
    }

    // Runs `look(Snapshot&) -> T` on one consistent picture.
    template <typename Look>
    auto read(Look&& look) {
        Reader reader(*this);
        Snapshot snapshot(reader.connection(), authority());
        return look(snapshot);
    }

private:
    struct State;
    class Reader {
    public:
        explicit Reader(Store& store);
        ~Reader();
        Connection& connection() { return *connection_; }

    private:
        Store& store_;
        std::unique_ptr<Connection> connection_;
    };

    explicit Store(std::unique_ptr<State> state);
    // Gives nothing when the act was kept or itself refused, the failure when the store could not
    // keep it.
    std::optional<Error> run_write(std::function<bool(Tx&)>& act);

    std::unique_ptr<State> state_;
};

}  // namespace store
