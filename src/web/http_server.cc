#include "web/http_server.h"

#include <array>
#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <ctime>
#include <optional>
#include <thread>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "web/worker_pool.h"

namespace web {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Clock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
template <typename T>
using Task = asio::awaitable<T, Executor>;
using Parser = http::request_parser<http::string_body>;
using boost::system::error_code;

namespace {

constexpr asio::use_awaitable_t<Executor> use_task{};
constexpr auto use_tuple = asio::as_tuple(use_task);
constexpr std::size_t read_bytes = std::size_t{8} * 1024;
constexpr std::size_t large_body_bytes = std::size_t{256} * 1024;
// How much of a refused body is read, and for how long, so that the answer is not lost with it.
constexpr std::size_t drained_bytes_max = std::size_t{64} * 1024 * 1024;
constexpr std::chrono::seconds drained_for{5};

struct Connection {
    explicit Connection(Socket taken) : socket(std::move(taken)) {}

    Socket socket;
    std::string in;  // read and not yet used
    Clock::time_point deadline;
    bool is_idle = true;  // waiting for the first byte of a request
    std::string peer;
    std::size_t large_bytes = 0;  // taken from the common allowance
};

// One thread of the network: its connections are touched by it alone.
struct IoThread {
    asio::io_context context{1};
    Timer timer{context};
    std::unordered_set<Connection*> connections;
    bool is_stopping = false;
    Clock::time_point grace_until;
    std::time_t date_second = 0;
    std::string date;
    std::thread thread;
};

// Why a request was not taken: the status to answer with and a sentence.
struct Refused {
    int status;
    std::string_view message;
};

struct Head {
    RawRequest request;
    bool keep_alive = false;
};

std::string_view reason(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        default:
            return status < 400 ? "OK" : status < 500 ? "Refused" : "Failed";
    }
}

std::string http_date(std::time_t now) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[40];
    const std::size_t length =
        std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return std::string(text, length);
}

const std::string& date_now(IoThread& home) {
    const std::time_t now = std::time(nullptr);
    if (now != home.date_second) {
        home.date_second = now;
        home.date = http_date(now);
    }
    return home.date;
}

std::string response_head(IoThread& home, const Response& response, bool keep_alive) {
    std::string head;
    head.reserve(1024);
    head += "HTTP/1.1 ";
    head += std::to_string(response.status);
    head += ' ';
    head += reason(response.status);
    head += "\r\nDate: ";
    head += date_now(home);
    if (response.status != 304) {
        head += "\r\nContent-Type: ";
        head += response.content_type;
        head += "\r\nContent-Length: ";
        head += std::to_string(response.bytes().size());
    }
    for (const Field& field : response.headers) {
        CHECK(field.value.find_first_of("\r\n") == std::string::npos);
        head += "\r\n";
        head += field.name;
        head += ": ";
        head += field.value;
    }
    head += keep_alive ? "\r\n\r\n" : "\r\nConnection: close\r\n\r\n";
    return head;
}

// Looks at the bytes of a head before they are parsed: what parsers disagree about is refused.
std::optional<Refused> check_head_bytes(std::string_view head, const ServerOptions& options) {
    if (head.find("\r\n ") != std::string_view::npos ||
        head.find("\r\n\t") != std::string_view::npos) {
        return Refused{400, "A header must stand on one line."};
    }
    for (std::size_t at = head.find('\n'); at != std::string_view::npos;
         at = head.find('\n', at + 1)) {
        if (at == 0 || head[at - 1] != '\r') {
            return Refused{400, "Every line of the head must end in CR LF."};
        }
    }
    if (head.find("\r\n") > options.line_bytes_max) {
        return Refused{414, "The address is longer than 8 KB."};
    }
    return std::nullopt;
}

std::optional<Refused> check_fields(const Parser& parser, const RawRequest& request,
                                    const ServerOptions& options) {
    const unsigned version = parser.get().version();
    if (version != 10 && version != 11) {
        return Refused{505, "This server speaks HTTP 1.1."};
    }
    if (request.headers.list().size() > options.headers_max) {
        return Refused{431, "More than 100 headers came at once."};
    }
    const std::vector<std::string> encodings = request.headers.all("transfer-encoding");
    if (!encodings.empty() &&
        (encodings.size() != 1 || base::lower(encodings[0]) != "chunked" || version == 10)) {
        return Refused{501, "The body came in an encoding that this server does not know."};
    }
    const std::vector<std::string> lengths = request.headers.all("content-length");
    if (lengths.size() > 1 ||
        (lengths.size() == 1 &&
         (lengths[0].empty() || lengths[0].find_first_not_of("0123456789") != std::string::npos))) {
        return Refused{400, "The length of the body must be one number."};
    }
    if (request.headers.all("host").size() != 1) {
        return Refused{400, "A request must name exactly one host."};
    }
    const std::string expect = base::lower(request.headers.get("expect"));
    if (!expect.empty() && expect != "100-continue") {
        return Refused{417, "This server cannot do what the request expects."};
    }
    return std::nullopt;
}

RawRequest raw_request(const Parser& parser, const std::string& peer) {
    RawRequest request;
    const auto& message = parser.get();
    request.method = std::string(message.method_string());
    request.target = std::string(message.target());
    for (const auto& field : message) {
        request.headers.add(base::lower(std::string_view(field.name_string())),
                            std::string(field.value()));
    }
    request.peer = peer;
    return request;
}

Refused refused_by_parser(const error_code& error) {
    if (error == http::error::body_limit) {
        return Refused{413, "What was sent is larger than this page takes."};
    }
    if (error == http::error::header_limit) {
        return Refused{431, "The headers of the request are too long."};
    }
    if (error == http::error::bad_version) {
        return Refused{505, "This server speaks HTTP 1.1."};
    }
    return Refused{400, "The request is not well-formed HTTP."};
}

}  // namespace

struct HttpServer::State {
    State(ServerOptions given, Service asked)
        : options(std::move(given)),
          service(std::move(asked)),
          pool(options.blocking_threads, options.looks_at_once_max, options.queue_max) {
        for (int i = 0; i < options.io_threads; ++i) {
            threads.push_back(std::make_unique<IoThread>());
        }
    }

    Task<void> accept_all();
    Task<void> sweep(IoThread& home);
    Task<void> serve(IoThread& home, Socket socket);
    Task<void> serve_requests(IoThread& home, Connection& connection);
    // Reads until the bytes of a whole head are there; nothing when the visitor went away.
    Task<std::optional<std::size_t>> read_head_bytes(Connection& connection);
    Task<std::optional<Refused>> read_body(Connection& connection, Parser& parser,
                                           const RawRequest& request, bool& gone);
    Task<bool> read_some(Connection& connection);
    Task<bool> write(IoThread& home, Connection& connection, const Response& response,
                     bool with_body, bool keep_alive);
    Task<void> refuse_and_close(IoThread& home, Connection& connection, Refused refused);
    Task<Response> answer(RawRequest request);
    void begin_stop(IoThread& home);

    const ServerOptions options;
    const Service service;
    std::vector<std::unique_ptr<IoThread>> threads;
    std::optional<Acceptor> acceptor;
    unsigned short port = 0;
    std::atomic<std::size_t> connection_count = 0;
    std::atomic<std::size_t> large_bytes = 0;
    std::atomic<bool> stopped = false;
    WorkerPool pool;  // last: stops before what it uses is gone
};

Task<void> HttpServer::State::accept_all() {
    for (std::size_t turn = 0;; ++turn) {
        IoThread& home = *threads[turn % threads.size()];
        auto [error, socket] = co_await acceptor->async_accept(home.context, use_tuple);
        if (error == asio::error::operation_aborted || !acceptor->is_open()) {
            co_return;
        }
        if (error) {  // out of file handles, most likely: wait for some to close
            Timer pause(threads[0]->context, std::chrono::milliseconds(100));
            co_await pause.async_wait(use_tuple);
            continue;
        }
        if (connection_count.load() >= options.connections_max) {
            continue;  // the socket closes here
        }
        ++connection_count;
        asio::co_spawn(home.context, serve(home, std::move(socket)), asio::detached);
    }
}

Task<void> HttpServer::State::sweep(IoThread& home) {
    while (!home.is_stopping || !home.connections.empty()) {
        home.timer.expires_after(std::chrono::seconds(1));
        co_await home.timer.async_wait(use_tuple);
        const Clock::time_point now = Clock::now();
        const bool all = home.is_stopping && now >= home.grace_until;
        for (Connection* connection : home.connections) {
            if (all || connection->deadline < now) {
                error_code ignored;
                connection->socket.close(ignored);
            }
        }
    }
}

void HttpServer::State::begin_stop(IoThread& home) {
    home.is_stopping = true;
    home.grace_until = Clock::now() + std::chrono::seconds(options.grace_seconds);
    for (Connection* connection : home.connections) {
        if (connection->is_idle) {
            error_code ignored;
            connection->socket.close(ignored);
        }
    }
    home.timer.cancel();
}

Task<void> HttpServer::State::serve(IoThread& home, Socket socket) {
    Connection connection(std::move(socket));
    connection.deadline = Clock::now() + std::chrono::seconds(options.idle_seconds);
    home.connections.insert(&connection);
    error_code error;
    connection.socket.set_option(tcp::no_delay(true), error);
    const auto endpoint = connection.socket.remote_endpoint(error);
    if (!error && !home.is_stopping) {
        connection.peer = endpoint.address().to_string();
        co_await serve_requests(home, connection);
    }
    large_bytes -= connection.large_bytes;
    connection.socket.close(error);
    home.connections.erase(&connection);
    --connection_count;
    if (home.is_stopping && home.connections.empty()) {
        home.timer.cancel();
    }
}

Task<bool> HttpServer::State::read_some(Connection& connection) {
    const std::size_t had = connection.in.size();
    connection.in.resize(had + read_bytes);
    auto [error, count] = co_await connection.socket.async_read_some(
        asio::buffer(connection.in.data() + had, read_bytes), use_tuple);
    connection.in.resize(had + count);
    connection.is_idle = false;
    co_return !error;
}

Task<std::optional<std::size_t>> HttpServer::State::read_head_bytes(Connection& connection) {
    std::size_t looked = 0;
    for (;;) {
        const std::size_t end = connection.in.find("\r\n\r\n", looked < 3 ? 0 : looked - 3);
        if (end != std::string::npos) {
            co_return end + 4;
        }
        looked = connection.in.size();
        if (looked > options.head_bytes_max) {
            co_return looked;
        }
        if (!co_await read_some(connection)) {
            co_return std::nullopt;
        }
    }
}

Task<std::optional<Refused>> HttpServer::State::read_body(Connection& connection, Parser& parser,
                                                          const RawRequest& request, bool& gone) {
    const std::size_t body_max = service.body_max(request.method, request.target);
    const auto announced = parser.content_length();
    if (announced && *announced > body_max) {
        co_return Refused{413, "What was sent is larger than this page takes."};
    }
    const std::size_t reserved = announced          ? static_cast<std::size_t>(*announced)
                                 : parser.chunked() ? body_max
                                                    : 0;
    if (reserved > large_body_bytes) {
        connection.large_bytes = reserved;
        if ((large_bytes += reserved) > options.large_bytes_max) {
            co_return Refused{503, "Too many large files are being sent. Try again in a minute."};
        }
    }
    parser.body_limit(body_max);
    parser.eager(true);
    if (!parser.is_done() && request.headers.has("expect")) {
        constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        co_await asio::async_write(connection.socket, asio::buffer(go_on), use_tuple);
    }
    // At least 500 bytes a second after the first ten seconds.
    const Clock::time_point start = Clock::now();
    std::size_t received = 0;
    while (!parser.is_done()) {
        error_code error;
        const std::size_t used = parser.put(asio::buffer(connection.in), error);
        connection.in.erase(0, used);
        received += used;
        if (error && error != http::error::need_more) {
            co_return refused_by_parser(error);
        }
        if (parser.is_done()) {
            break;
        }
        if (connection.in.size() > options.head_bytes_max) {
            co_return Refused{400, "The request is not well-formed HTTP."};
        }
        connection.deadline = start + std::chrono::seconds(10 + received / 500);
        if (!co_await read_some(connection)) {
            gone = true;
            break;
        }
    }
    co_return std::nullopt;
}

Task<Response> HttpServer::State::answer(RawRequest request) {
    // The page's own code runs on the pool; the coroutine is resumed by a post to its own thread,
    // never by the pool itself, so that nothing of a connection is touched by two threads.
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void(Response)>(
        [this](auto handler, RawRequest raw) {
            struct Pending {
                decltype(handler) resume;
                RawRequest raw;
            };
            const WorkKind kind =
                raw.method == "GET" || raw.method == "HEAD" ? WorkKind::look : WorkKind::change;
            auto pending = std::make_shared<Pending>(Pending{std::move(handler), std::move(raw)});
            const auto executor = asio::get_associated_executor(pending->resume);
            auto guard = asio::make_work_guard(executor);
            const auto finish = [executor](Pending& done, Response response) {
                asio::post(executor, [resume = std::move(done.resume),
                                      answer = std::move(response)]() mutable {
                    std::move(resume)(std::move(answer));
                });
            };
            const bool taken = pool.take(kind, [this, pending, finish, guard] {
                finish(*pending, service.answer(std::move(pending->raw)));
            });
            if (!taken) {
                finish(*pending,
                       service.refuse(503,
                                      "Too many people are here at once. Nothing was changed. "
                                      "Wait a minute and try again."));
            }
        },
        use_task, std::move(request));
}

Task<bool> HttpServer::State::write(IoThread& home, Connection& connection,
                                    const Response& response, bool with_body, bool keep_alive) {
    const std::string head = response_head(home, response, keep_alive);
    const bool has_body = with_body && response.status != 304;
    const std::string& body = response.bytes();
    const std::array<asio::const_buffer, 2> both = {
        asio::buffer(head), has_body ? asio::buffer(body) : asio::const_buffer()};
    connection.deadline =
        Clock::now() + std::chrono::seconds(10 + static_cast<long>(body.size() / 10'000));
    auto [error, count] = co_await asio::async_write(connection.socket, both, use_tuple);
    co_return !error;
}

Task<void> HttpServer::State::refuse_and_close(IoThread& home, Connection& connection,
                                               Refused refused) {
    const Response response = service.refuse(refused.status, refused.message);
    if (!co_await write(home, connection, response, true, false)) {
        co_return;
    }
    // Closing with bytes unread would make the network throw the answer away: read on for a while.
    error_code ignored;
    connection.socket.shutdown(tcp::socket::shutdown_send, ignored);
    connection.deadline = Clock::now() + drained_for;
    for (std::size_t drained = 0; drained < drained_bytes_max; drained += connection.in.size()) {
        connection.in.clear();
        if (Clock::now() > connection.deadline || !co_await read_some(connection)) {
            co_return;
        }
    }
}

Task<void> HttpServer::State::serve_requests(IoThread& home, Connection& connection) {
    for (;;) {
        connection.is_idle = connection.in.empty();
        connection.deadline = Clock::now() + std::chrono::seconds(options.idle_seconds);
        const std::optional<std::size_t> head_size = co_await read_head_bytes(connection);
        if (!head_size) {
            co_return;
        }
        if (*head_size > options.head_bytes_max) {
            co_await refuse_and_close(home, connection,
                                      {431, "The headers of the request are too long."});
            co_return;
        }
        const std::string_view head = std::string_view(connection.in).substr(0, *head_size);
        if (const auto refused = check_head_bytes(head, options)) {
            co_await refuse_and_close(home, connection, *refused);
            co_return;
        }
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(options.head_bytes_max));
        parser.body_limit(boost::none);
        error_code error;
        const std::size_t used = parser.put(asio::buffer(head), error);
        if (error || !parser.is_header_done()) {
            co_await refuse_and_close(home, connection, refused_by_parser(error));
            co_return;
        }
        connection.in.erase(0, used);
        // Taken now: trailers behind a chunked body must not become headers.
        RawRequest request = raw_request(parser, connection.peer);
        std::optional<Refused> refused = check_fields(parser, request, options);
        bool gone = false;
        if (!refused) {
            refused = co_await read_body(connection, parser, request, gone);
        }
        if (gone) {
            co_return;
        }
        if (refused) {
            co_await refuse_and_close(home, connection, *refused);
            co_return;
        }
        request.body = std::move(parser.get().body());
        const bool is_head = request.method == "HEAD";
        connection.deadline = Clock::time_point::max();
        const Response response = co_await answer(std::move(request));
        large_bytes -= std::exchange(connection.large_bytes, 0);
        const bool keep_alive = parser.get().keep_alive() && !home.is_stopping;
        if (!co_await write(home, connection, response, !is_head, keep_alive) || !keep_alive) {
            co_return;
        }
    }
}

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}

Result<std::unique_ptr<HttpServer>> HttpServer::start(ServerOptions options, Service service) {
    error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error) {
        return Error{"web.address", "“" + options.address +
                                        "” is not a network address. Give one "
                                        "like 127.0.0.1."};
    }
    auto state = std::make_unique<State>(std::move(options), std::move(service));
    State& made = *state;
    Acceptor acceptor(made.threads[0]->context);
    const tcp::endpoint endpoint(address, made.options.port);
    acceptor.open(endpoint.protocol(), error);
    acceptor.set_option(asio::socket_base::reuse_address(true), error);
    acceptor.bind(endpoint, error);
    if (!error) {
        acceptor.listen(1024, error);
    }
    if (error) {
        return Error{"web.port_in_use", "Port " + std::to_string(made.options.port) + " of " +
                                            made.options.address + " cannot be used (" +
                                            error.message() +
                                            "). Choose another with --port, or stop the program "
                                            "that has it."};
    }
    made.port = acceptor.local_endpoint(error).port();
    made.acceptor = std::move(acceptor);
    asio::co_spawn(made.threads[0]->context, made.accept_all(), asio::detached);
    for (const std::unique_ptr<IoThread>& home : made.threads) {
        asio::co_spawn(home->context, made.sweep(*home), asio::detached);
        home->thread = std::thread([context = &home->context] { context->run(); });
    }
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(state)));
}

unsigned short HttpServer::port() const {
    return state_->port;
}

void HttpServer::stop() {
    if (state_->stopped.exchange(true)) {
        return;
    }
    State& state = *state_;
    asio::post(state.threads[0]->context, [&state] {
        error_code ignored;
        state.acceptor->close(ignored);
    });
    for (const std::unique_ptr<IoThread>& home : state.threads) {
        asio::post(home->context, [&state, where = home.get()] { state.begin_stop(*where); });
    }
    for (const std::unique_ptr<IoThread>& home : state.threads) {
        home->thread.join();
    }
}

HttpServer::~HttpServer() {
    stop();
}

}  // namespace web
