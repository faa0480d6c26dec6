"""A server under test and visitors who use it as a browser would: over HTTP, by its pages and forms.

Used by the tests of crashes and of durability and by the bench. Python's standard library alone.
"""

import os
import random
import re
import select
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
from urllib.parse import urlencode

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
BINARY = os.environ.get("ONEPURSE_BINARY", os.path.join(ROOT, "build", "onepurse"))
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # of an id, Crockford's base 32


class Gone(Exception):
    """The server went away before a whole answer came."""


def onepurse(*args, check=True):
    """Runs one verb of the binary and gives what it printed."""
    done = subprocess.run([BINARY, *args], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if check and done.returncode != 0:
        raise SystemExit(f"onepurse {' '.join(args)} gave {done.returncode}:\n{done.stdout}")
    return done


def make_book(data, council, people, days):
    """Makes the book of an example council that has come to its day `days`. Made in memory where there is room,
    because making it syncs every act; kept on the disk."""
    memory = "/dev/shm" if os.path.isdir("/dev/shm") and shutil.disk_usage("/dev/shm").free > 2 << 30 else None
    making = tempfile.mkdtemp(prefix="onepurse-", dir=memory)
    try:
        onepurse("example", "--data", making, "--only", council, "--people", str(people), "--days", str(days))
        os.makedirs(data, exist_ok=True)
        shutil.copyfile(os.path.join(making, council + ".book"), os.path.join(data, council + ".book"))
    finally:
        shutil.rmtree(making)


class Server:
    """One running `onepurse serve` on a port of its own choice."""

    def __init__(self, data, today=None, env=None):
        self.seconds_to_ready = None
        args = [BINARY, "serve", "--port", "0", "--data", data] + (["--today", today] if today else [])
        begun = time.monotonic()
        self.process = subprocess.Popen(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        env={**os.environ, **(env or {})})
        ready, _, _ = select.select([self.process.stdout], [], [], 30)
        line = self.process.stdout.readline().decode() if ready else ""
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if not found:
            self.process.kill()
            raise SystemExit("The server did not start: " + line + self.process.stderr.read().decode())
        self.port = int(found.group(1))
        Wire(self.port).get("/")  # ready is when a page comes, not when it says so
        self.seconds_to_ready = time.monotonic() - begun

    def kill(self):
        """Ends it as a power cut would, without a word. Gives what was wrong with it until then."""
        had_ended = self.process.poll() is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        return ([f"it had ended by itself with {self.process.returncode}"] if had_ended else []) + self.faults_found()

    def faults_found(self):
        """Gives what the sanitizers wrote, of a server that has ended and was built with them."""
        said = self.process.stderr.read().decode(errors="replace")
        return [said[-3000:]] if re.search(r"Sanitizer|runtime error:", said) else []

    def stop(self):
        """Asks it to finish and waits."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()
        return self.process.returncode


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def header(self, name):
        return next((value for key, value in self.headers if key == name), "")


class Wire:
    """One kept connection."""

    def __init__(self, port, seconds=20):
        self.port, self.seconds, self.socket, self.rest = port, seconds, None, b""

    def close(self):
        if self.socket:
            self.socket.close()
        self.socket, self.rest = None, b""

    def ask(self, head, body=b""):
        try:
            if not self.socket:
                self.socket = socket.create_connection(("127.0.0.1", self.port), self.seconds)
                self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.socket.sendall(head + body)
            return self.read()
        except OSError as failure:
            self.close()
            raise Gone(str(failure)) from failure

    def read(self):
        data = self.rest
        while b"\r\n\r\n" not in data:
            data += self.more()
        head, data = data.split(b"\r\n\r\n", 1)
        lines = head.decode("latin-1").split("\r\n")
        headers = [(name.lower(), value) for name, value in (line.split(": ", 1) for line in lines[1:])]
        answer = Answer(int(lines[0].split(" ")[1]), headers, b"")
        length = int(answer.header("content-length") or 0)
        while len(data) < length:
            data += self.more()
        answer.body, self.rest = data[:length].decode(), data[length:]
        if answer.header("connection") == "close":
            self.close()
        return answer

    def more(self):
        got = self.socket.recv(65536)
        if not got:
            self.close()
            raise Gone("closed")
        return got

    def get(self, path, cookies=""):
        cookie = f"Cookie: {cookies}\r\n" if cookies else ""
        return self.ask(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{cookie}\r\n".encode())

    def post(self, path, fields, cookies=""):
        body = urlencode(fields).encode()
        head = (f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\n"
                f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n")
        return self.ask(head.encode(), body)


def hidden(page, name):
    """Gives the value of a hidden field of the page."""
    found = re.search(r'name="' + name + r'" value="([^"]*)"', page)
    if not found:
        raise SystemExit(f"The page has no field {name}:\n{page[:2000]}")
    return found.group(1)


def new_key(chance, like="req"):
    """Makes the key of one sending of a form, as a page would: milliseconds, then 80 bits of chance."""
    bits = (int(time.time() * 1000) << 80) | chance.getrandbits(80)
    return like + "_" + "".join(LETTERS[(bits >> shift) & 31] for shift in range(125, -1, -5))


class Visitor:
    """Somebody with a browser: keeps cookies, fills forms."""

    def __init__(self, port, council):
        self.wire, self.council, self.cookies, self.token = Wire(port), council, {}, ""

    def moved_to(self, port):
        self.wire.close()
        self.wire = Wire(port)

    @property
    def cookie_text(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def keep_cookies(self, answer):
        for name, value in answer.headers:
            if name == "set-cookie":
                cookie, content = value.split(";")[0].split("=", 1)
                self.cookies[cookie] = content
        return answer

    def get(self, path):
        return self.keep_cookies(self.wire.get(path, self.cookie_text))

    def post(self, path, fields, key):
        """Sends a form with the key of this sending."""
        every = {**fields, "csrf": self.token, "request": key}
        return self.keep_cookies(self.wire.post(path, every, self.cookie_text))

    def sign_in_as_example(self, account):
        page = self.get(f"/demo?council={self.council}").body
        self.token = hidden(page, "csrf")
        key = hidden(page, "request")
        answer = self.post("/demo", {"council": self.council, "account": account}, key)
        if answer.status != 303:
            raise SystemExit(f"Nobody may sign in as {account}: {answer.status}\n{answer.body[:1500]}")
        self.token = hidden(self.get("/account/password").body, "csrf")


class Copy:
    """A copy of a book whose server is not running, read by SQL. The book itself is never opened."""

    def __init__(self, data, council, folder):
        os.makedirs(folder, exist_ok=True)
        self.path = os.path.join(folder, council + ".book")
        for end in ("", "-wal", "-shm"):
            if os.path.exists(self.path + end):
                os.remove(self.path + end)
        for end in ("", "-wal"):
            source = os.path.join(data, council + ".book" + end)
            if os.path.exists(source):
                shutil.copyfile(source, self.path + end)
        self.book = sqlite3.connect(self.path)

    def rows(self, sql, *values):
        return self.book.execute(sql, values).fetchall()

    def close(self):
        self.book.close()


def days(period_from, period_until):
    """The fields of a form for a first and a last day."""
    fields = {}
    for name, text in (("from", period_from), ("until", period_until)):
        year, month, day = text.split("-")
        fields.update({f"{name}-day": str(int(day)), f"{name}-month": str(int(month)), f"{name}-year": year})
    return fields


class Buyer(Visitor):
    """A person with money and an offer that her budget may pay."""

    def __init__(self, port, council, account, person, today):
        super().__init__(port, council)
        self.account, self.person, self.today, self.offer = account, person, today, None

    def order_fields(self, quantity=1):
        return {"quantity": str(quantity), **days(self.today, self.today), "note": "", "confirmed": "yes"}

    def order(self, key, quantity=1):
        """Orders; gives the id of the order, or nothing with the page that says why."""
        path = f"/people/{self.person}/support/{self.offer}"
        answer = self.post(path, self.order_fields(quantity), key)
        if answer.status == 303:
            return answer.header("location").rsplit("/", 1)[1], ""
        return None, f"{answer.status} {answer.body}"

    def cancel(self, order, key):
        answer = self.post(f"/people/{self.person}/orders/{order}/end", {}, key)
        return answer.status == 303, f"{answer.status} {answer.body}"

    def find_offer(self, offers, chance):
        """Finds an offer that her money may pay for, by trying; what it orders is kept."""
        for offer in offers:
            self.offer = offer
            order, _ = self.order(new_key(chance))
            if order:
                return order
        self.offer = None
        return None


def people_with_money(copy, count):
    """Gives account and record of people who have money that is not promised yet, the richest first."""
    return copy.rows(
        "select a.id, b.person, sum(b.amount) from balance b join account a on a.authority = b.authority and a.person = b.person"
        " where b.kind = 'available' and a.kind = 'person' and a.state = 'open'"
        " group by b.person having sum(b.amount) > 2000 order by 3 desc, 1 limit ?", count)


def offers_by_purpose(copy):
    """Gives the cheapest offer of each purpose of providers that the council may pay."""
    return [row[0] for row in copy.rows(
        "select o.id, min(o.price) from offer o join provider p on p.id = o.provider"
        " where p.accepts like '%council%' and p.is_open = 1 and o.until_date is null"
        " group by o.purpose order by 2")]


def random_of(seed):
    return random.Random(seed)
