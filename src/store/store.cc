#include "store/store.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

#include "store/log_mover.h"
#include "store/migrate.h"
#include "store/wake.h"

namespace store {

namespace {

constexpr std::size_t acts_per_commit_max = 1024;
constexpr std::chrono::milliseconds quiet_moment{250};
// How long an act waits for reads to end so that the log can begin anew; then it is tried later.
constexpr std::chrono::milliseconds wait_for_reads_max{5};
// A read is short and works the processor: more at once than there are processors only take turns
// and memory from each other, and whoever is interrupted halfway is the slowest of all.
const std::size_t reads_at_once_max = std::max(2U, std::thread::hardware_concurrency());

// How many reads this thread is in: a read within a read does not wait for the others.
thread_local int reads_of_this_thread = 0;

// Who waits for a connection to read with; turns are given in the order of coming.
struct Turn {
    std::unique_ptr<Connection> connection = {};  // nothing: open a new one
    Wake has_come = {};
};

// One queued act and the place its caller waits at: each at its own, so that whoever is answered
// needs no lock that the next one holds.
struct Waiting {
    std::function<bool(Tx&)>* act = nullptr;
    std::optional<Error> failure = {};
    Wake done = {};
};

}  // namespace

struct Store::State {
    ~State() {
        if (lock_file >= 0) {
            ::close(lock_file);
        }
    }

    int lock_file = -1;  // held while the book is open to write: two writers would ruin it
    std::string path;
    AuthorityId authority;
    std::unique_ptr<Connection> writer;  // nothing when the book was opened to read
    std::unique_ptr<LogMover> mover;

    std::mutex queue_mutex;
    std::condition_variable queued;
    std::vector<Waiting*> queue;
    bool stopping = false;
    std::thread writing;

    std::mutex readers_mutex;
    std::deque<Turn*> turns;
    std::size_t reading = 0;
    bool begins_log_anew = false;  // nobody new reads meanwhile
    std::condition_variable nobody_reads;
    std::vector<std::unique_ptr<Connection>> readers;  // idle

    void write_until_stopped();
    void commit_together(const std::vector<Waiting*>& batch);
    // Moves the rest of the log while nobody reads, so that the next commit begins it anew.
    void begin_log_anew();
    // Waits for acts; gives false when the store closes and none is left. Call with the queue held.
    bool wait_for_acts(std::unique_lock<std::mutex>& lock);
    // Counts one more read and gives a connection for it, if one is idle. Call with the mutex held.
    std::unique_ptr<Connection> begin_read();
    bool may_begin_read() const { return !begins_log_anew && reading < reads_at_once_max; }
    // Lets those read whose turn it is. Call with the mutex held.
    void give_turns();
};

namespace {

// Runs one act in a savepoint. A refused act leaves nothing behind; a failed statement is its
// failure.
void run_in_savepoint(Connection& writer, const AuthorityId& authority, Waiting& waiting) {
    writer.run("savepoint act");
    bool keep = false;
    {
        Tx tx(writer, authority);
        keep = (*waiting.act)(tx);
    }
    if (writer.failure()) {
        waiting.failure = writer.failure();
        writer.clear_failure();
        keep = false;
    }
    if (!keep) {
        writer.run("rollback to act");
    }
    writer.run("release act");
    CHECK(!writer.failure());
}

}  // namespace

void Store::State::commit_together(const std::vector<Waiting*>& batch) {
    writer->run("begin immediate");
    if (!writer->failure()) {
        for (Waiting* waiting : batch) {
            run_in_savepoint(*writer, authority, *waiting);
        }
        writer->run("commit");
        if (writer->failure()) {
            stop_for_good(*writer->failure());
        }
        return;
    }
    for (Waiting* waiting : batch) {
        waiting->failure = writer->failure();
    }
    writer->clear_failure();
}

void Store::State::begin_log_anew() {
    mover->instead([&] {
        {
            std::unique_lock lock(readers_mutex);
            begins_log_anew = true;
            nobody_reads.wait_for(lock, wait_for_reads_max, [&] { return reading == 0; });
        }
        const int moved = writer->checkpoint();
        if (writer->failure()) {
            stop_for_good(*writer->failure());
        }
        const std::lock_guard lock(readers_mutex);
        begins_log_anew = false;
        give_turns();
        return moved;
    });
}

bool Store::State::wait_for_acts(std::unique_lock<std::mutex>& lock) {
    const auto has_come = [&] { return stopping || !queue.empty(); };
    bool begun_anew = false;
    while (!begun_anew && mover->is_worth_moving() &&
           !queued.wait_for(lock, quiet_moment, has_come)) {
        lock.unlock();
        // Nobody who reads waits for a long log to be moved: that is done beside them first.
        begun_anew = mover->is_nearly_moved();
        if (begun_anew) {
            begin_log_anew();
        } else {
            mover->move_rest();
        }
        lock.lock();
    }
    queued.wait(lock, has_come);
    return !queue.empty();
}

void Store::State::write_until_stopped() {
    std::unique_lock lock(queue_mutex);
    while (wait_for_acts(lock)) {
        const std::size_t count = std::min(queue.size(), acts_per_commit_max);
        const auto end = queue.begin() + static_cast<std::ptrdiff_t>(count);
        const std::vector<Waiting*> batch(queue.begin(), end);
        queue.erase(queue.begin(), end);
        lock.unlock();
        commit_together(batch);
        for (Waiting* waiting : batch) {
            waiting->done.tell();
        }
        // After the answers: nobody waits for the tidying of what is on disk already.
        mover->log_is(writer->frames_in_log());
        if (mover->may_begin_log_anew()) {
            begin_log_anew();
        }
        lock.lock();
    }
}

std::optional<Error> Store::run_write(std::function<bool(Tx&)>& act) {
    CHECK(state_->writer != nullptr);
    // The thread's own, not this call's: it is still there when the writer has finished telling it.
    thread_local Waiting waiting;
    waiting.act = &act;
    waiting.failure.reset();
    {
        const std::lock_guard lock(state_->queue_mutex);
        state_->queue.push_back(&waiting);
    }
    state_->queued.notify_one();
    waiting.done.wait();
    return waiting.failure;
}

Result<AuthorityId> Store::authority_of(const std::string& path) {
    if (!std::filesystem::exists(path)) {
        return Error{"store.no_book", "There is no book at " + path + "."};
    }
    TRY(const std::unique_ptr<Connection> reader, Connection::open(path, Connection::Kind::reader));
    Rows rows = reader->query("select value from book where name = 'authority'");
    if (!rows.next()) {
        return Error{"store.no_book", path + " is not a book of Onepurse."};
    }
    return rows.text(0);
}

namespace {

// Takes the book for this process alone, through a file beside it; the system lets go of it when
// the process ends, however it ends.
Result<int> lock_book(const std::string& path) {
    const int file = ::open((path + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        return Error{"store.cannot_open", "The book " + path + " cannot be opened to write."};
    }
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return Error{"store.book_in_use",
                     "The book " + path + " is open in another program. Stop that one first."};
    }
    return file;
}

}  // namespace

Result<std::unique_ptr<Store>> Store::open(const std::string& path, const AuthorityId& authority) {
    auto state = std::make_unique<State>();
    state->path = path;
    state->authority = authority;
    TRY(state->lock_file, lock_book(path));
    TRY(state->writer, Connection::open(path, Connection::Kind::writer));
    TRY_DONE(migrate(*state->writer, authority));
    TRY(std::unique_ptr<Connection> moving, Connection::open(path, Connection::Kind::mover));
    state->mover = std::make_unique<LogMover>(std::move(moving));
    std::unique_ptr<Store> store(new Store(std::move(state)));
    State* shared = store->state_.get();
    shared->writing = std::thread([shared] { shared->write_until_stopped(); });
    pthread_setname_np(shared->writing.native_handle(), "book-writer");
    return store;
}

Result<std::unique_ptr<Store>> Store::open_to_read(const std::string& path) {
    auto state = std::make_unique<State>();
    state->path = path;
    TRY(state->authority, authority_of(path));
    return std::unique_ptr<Store>(new Store(std::move(state)));
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}

Store::~Store() {
    if (state_->writing.joinable()) {
        {
            const std::lock_guard lock(state_->queue_mutex);
            state_->stopping = true;
        }
        state_->queued.notify_one();
        state_->writing.join();
    }
    state_->mover.reset();
    state_->readers.clear();
}

Store& Store::operator=(Store&& other) noexcept {
    state_.swap(other.state_);
    return *this;
}

const AuthorityId& Store::authority() const {
    return state_->authority;
}

const std::string& Store::path() const {
    return state_->path;
}

std::unique_ptr<Connection> Store::State::begin_read() {
    ++reading;
    if (readers.empty()) {
        return nullptr;
    }
    std::unique_ptr<Connection> connection = std::move(readers.back());
    readers.pop_back();
    return connection;
}

void Store::State::give_turns() {
    while (!turns.empty() && may_begin_read()) {
        Turn& next = *turns.front();
        turns.pop_front();
        next.connection = begin_read();
        next.has_come.tell();
    }
}

Store::Reader::Reader(Store& store) : store_(store) {
    State& state = *store.state_;
    {
        std::unique_lock lock(state.readers_mutex);
        if (reads_of_this_thread > 0 || state.may_begin_read()) {
            connection_ = state.begin_read();
        } else {
            // The thread's own, as a Waiting is.
            thread_local Turn turn;
            state.turns.push_back(&turn);
            lock.unlock();
            turn.has_come.wait();
            connection_ = std::move(turn.connection);
        }
    }
    ++reads_of_this_thread;
    if (!connection_) {
        Result<std::unique_ptr<Connection>> opened =
            Connection::open(state.path, Connection::Kind::reader);
        CHECK(opened.has_value());  // the writer opened the same file before
        connection_ = std::move(opened).value();
    }
    connection_->run("begin");
}

Store::Reader::~Reader() {
    connection_->clear_failure();
    connection_->run("commit");
    --reads_of_this_thread;
    State& state = *store_.state_;
    const std::lock_guard lock(state.readers_mutex);
    --state.reading;
    state.readers.push_back(std::move(connection_));
    if (state.reading == 0) {
        state.nobody_reads.notify_one();
    }
    state.give_turns();
}

}  // namespace store
