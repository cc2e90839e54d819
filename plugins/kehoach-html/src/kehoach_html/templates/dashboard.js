"use strict";
(() => {
  const PAGE = 50, PRINTED = 500, MILLISECONDS = 86400000, UNIX = 719163;
  const data = JSON.parse(document.getElementById("data").textContent);
  const rows = data.rows, few = data.few, words = data.words, size = rows.duty.length;
  const at = (id) => document.getElementById(id);
  const [query, body, time, kind, month, order] = ["query", "body", "time", "kind", "month", "order"].map(at);
  const list = at("list"), target = at("rows"), found = at("found"), pages = at("pages");
  const OPEN = "open", NOBODY = "chưa phân công";
  const CLOSED = ["absent", "done", "withdrawn"], GIVEN = ["done", "submitted"];
  let shown = new Uint32Array(0), page = 0;

  const element = (name, text = "", className = "") => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const utc = (day) => new Date((day - UNIX) * MILLISECONDS);
  const two = (n, least) => (n < least ? "0" + n : "" + n);
  const date = (day) => {
    const one = utc(day);
    return two(one.getUTCDate(), 10) + "/" + two(one.getUTCMonth() + 1, 3) + "/" + one.getUTCFullYear();
  };
  const count = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ".");
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();
  const once = (make) => {
    let value;
    return () => (value === undefined ? (value = make()) : value);
  };
  const bodyName = (place) => data.bodies[place] || NOBODY;

  const folded = once(() => ({
    duties: data.duties.map((one) => fold(one.slice(1).join(" "))),
    bodies: data.bodies.map((one) => fold(one || NOBODY)),
  }));
  const months = once(() => {
    const year = utc(data.on).getUTCFullYear(), known = new Map(), made = new Int8Array(size);
    for (let row = 0; row < size; row += 1) {
      const day = rows.due[row];
      if (day === null) { made[row] = -1; continue; }
      let value = known.get(day);
      if (value === undefined) {
        const one = utc(day), of = one.getUTCFullYear();
        value = of < year ? 0 : of > year ? 13 : one.getUTCMonth() + 1;
        known.set(day, value);
      }
      made[row] = value;
    }
    return made;
  });
  const orders = {
    given: once(() => Uint32Array.from({ length: size }, (_, row) => row)),
    due: once(() => sorted((row) => (rows.due[row] === null ? 1e9 : rows.due[row]) + (closed(row) ? 2e9 : 0))),
    days: once(() => sorted((row) => (isOverdue(row) ? rows.days[row] : 1e9))),
    body: once(() => {
      const compare = new Intl.Collator("vi").compare;
      const ranks = new Float64Array(data.bodies.length);
      data.bodies.map((name, place) => [name || NOBODY, place]).sort((a, b) => compare(a[0], b[0])).forEach(([, place], rank) => { ranks[place] = rank; });
      return sorted((row) => ranks[rows.body[row]]);
    }),
  };
  const stateOf = (row) => words.states[rows.state[row]];
  const timeOf = (row) => words.times[rows.time[row]];
  const closed = (row) => ["on_time", "late"].includes(timeOf(row));
  const isOverdue = (row) => timeOf(row) === "overdue";
  function sorted(key) {
    const keys = Float64Array.from({ length: size }, (_, row) => key(row));
    return Uint32Array.from({ length: size }, (_, row) => row).sort((a, b) => keys[a] - keys[b] || a - b);
  }

  function matching() {
    const asked = fold(query.value).split(/\s+/).filter(Boolean).slice(0, 30);
    const whole = 2 ** asked.length - 1;
    const masks = (texts) => Int32Array.from(texts, (text) => asked.reduce((mask, word, place) => (text.includes(word) ? mask | (1 << place) : mask), 0));
    const inDuty = whole ? masks(folded().duties) : null, inBody = whole ? masks(folded().bodies) : null;
    const wantedBody = body.value === "" ? -1 : Number(body.value);
    const wantedKind = kind.value === "" ? -1 : Number(kind.value);
    const wantedMonth = month.value === "" ? -2 : month.value === "truoc" ? 0 : month.value === "sau" ? 13 : Number(month.value);
    const wantedTime = time.value, monthOf = wantedMonth === -2 ? null : months();
    const kept = new Uint32Array(size);
    let length = 0;
    for (const row of orders[order.value]()) {
      if (wantedBody !== -1 && rows.body[row] !== wantedBody) continue;
      if (wantedKind !== -1 && data.duties[rows.duty[row]][0] !== wantedKind) continue;
      if (monthOf && monthOf[row] !== wantedMonth) continue;
      if (wantedTime && !isOf(row, wantedTime)) continue;
      if (whole) {
        let mask = inDuty[rows.duty[row]] | inBody[rows.body[row]];
        if (mask !== whole) {
          const key = fold(rows.key[row]);
          asked.forEach((word, place) => { if (key.includes(word)) mask |= 1 << place; });
          if (mask !== whole) continue;
        }
      }
      kept[length] = row;
      length += 1;
    }
    return kept.subarray(0, length);
  }
  const isOf = (row, wanted) => {
    const value = timeOf(row);
    if (wanted === OPEN) return ["in_term", "due_soon", "overdue"].includes(value) || (value === "no_term" && !CLOSED.includes(stateOf(row)));
    return value === wanted;
  };

  function dueWords(row) {
    if (rows.due[row] === null) return data.duties[rows.duty[row]][2] || words.terms[rows.term[row]];
    const first = few.first[row];
    return date(rows.due[row]) + (first === undefined ? "" : " (hạn đầu " + date(first) + ")");
  }
  function dayWords(row) {
    const days = rows.days[row], work = rows.work[row];
    if (days === null || work === null) return "";
    const given = GIVEN.includes(stateOf(row));
    if (days === 0) return given ? "đúng ngày hạn" : "hạn hôm nay";
    return (days < 0 ? "trễ " : given ? "sớm " : "còn ") + Math.abs(days) + " ngày (" + Math.abs(work) + " ngày làm việc)";
  }
  function line(row) {
    const made = element("tr"), what = element("td", "", "what");
    const button = element("button", data.duties[rows.duty[row]][1] || "(không có nội dung)", "link");
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => toggle(made, button, row));
    what.append(button);
    const state = element("td");
    state.append(element("span", words.timeWords[rows.time[row]], "tag t-" + timeOf(row)), element("span", words.stateWords[rows.state[row]], "state"));
    made.append(what, element("td", bodyName(rows.body[row])), element("td", dueWords(row), "when"), state, element("td", dayWords(row)));
    return made;
  }
  function toggle(after, button, row) {
    const isOpen = after.classList.toggle("open");
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) after.after(drilled(row));
    else after.nextElementSibling.remove();
  }
  function drilled(row) {
    const made = element("tr", "", "more"), cell = element("td"), told = element("dl");
    const [kindPlace, , phrase, trace, hour, product, receiver, coordinators, limit] = data.duties[rows.duty[row]];
    const day = (value) => (value === undefined || value === null ? "" : date(value));
    const outcome = few.outcome[row];
    [
      ["Loại", words.kinds[kindPlace] + (rows.counted[row] ? "" : ", phối hợp (không tính vào số liệu)")],
      ["Mã việc", rows.key[row]], ["Kế hoạch", data.plans[rows.plan[row]]],
      ["Thời hạn ghi trong kế hoạch", phrase], ["Cách tính hạn", trace], ["Giờ", hour],
      ["Sản phẩm", product], ["Nơi nhận kết quả", receiver], ["Phối hợp", coordinators],
      ["Ngưỡng", limit], ["Số liệu", few.figure[row] || ""], ["Kết quả", outcome === undefined ? "" : words.outcomes[outcome]],
      ["Giao ngày", day(rows.given[row])], ["Trình ngày", day(few.sent[row])], ["Hoàn thành ngày", day(few.done[row])],
      ["Đang xin gia hạn đến", day(few.asked[row]) + (few.late[row] ? " (xin sau khi đã quá hạn)" : "")],
    ].forEach(([name, value]) => { if (value) told.append(element("dt", name), element("dd", value)); });
    cell.colSpan = 5;
    cell.append(told, ...history(row));
    made.append(cell);
    return made;
  }
  function history(row) {
    const events = data.history[row];
    if (!events) return [];
    const steps = element("ol");
    for (const [day, kindPlace, by, details, mark] of events) {
      const text = date(day) + ": " + words.events[kindPlace] + (details ? ", " + details : "") + " (" + by + ")" + (mark ? " – " + mark : "");
      steps.append(element("li", text, mark ? "undone" : ""));
    }
    return [element("h3", "Lịch sử"), steps];
  }

  function show(from, to) {
    const lines = document.createDocumentFragment();
    for (let place = from; place < to; place += 1) lines.append(line(shown[place]));
    target.replaceChildren(lines);
  }
  function render() {
    const last = Math.max(0, Math.ceil(shown.length / PAGE) - 1);
    page = Math.min(page, last);
    show(page * PAGE, Math.min(shown.length, (page + 1) * PAGE));
    list.hidden = shown.length === 0;
    pages.hidden = last === 0;
    at("back").disabled = page === 0;
    at("next").disabled = page === last;
    at("page").textContent = "trang " + count(page + 1) + "/" + count(last + 1);
    found.textContent = shown.length ? count(shown.length) + " việc" + (shown.length === size ? "" : " trong " + count(size)) : "Không có việc nào khớp; thử bớt chữ hoặc bỏ bớt điều kiện lọc.";
  }
  function ask() {
    shown = matching();
    page = 0;
    render();
  }
  function turn(by) {
    page += by;
    render();
    at("tra-cuu").scrollIntoView();
  }
  function jump(select, value) {
    at("ask").reset();
    select.value = value;
    ask();
    at("tra-cuu").focus();
    at("tra-cuu").scrollIntoView();
  }

  const option = (select, value, text) => {
    const made = element("option", text);
    made.value = value;
    select.append(made);
  };
  option(time, OPEN, "chưa hoàn thành");
  for (const value of ["overdue", "due_soon", "in_term", "on_time", "late", "no_term"]) option(time, value, words.timeWords[words.times.indexOf(value)]);
  words.kinds.forEach((text, place) => option(kind, place, text));
  const compare = new Intl.Collator("vi").compare;
  data.bodies.map((_, place) => [bodyName(place), place]).sort((a, b) => compare(a[0], b[0])).forEach(([name, place]) => option(body, place, name));

  let waiting = 0;
  query.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 120); });
  [body, time, kind, month, order].forEach((one) => one.addEventListener("change", ask));
  at("ask").addEventListener("submit", (event) => { event.preventDefault(); ask(); });
  at("ask").addEventListener("reset", () => setTimeout(ask));
  at("back").addEventListener("click", () => turn(-1));
  at("next").addEventListener("click", () => turn(1));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-body], [data-month]");
    if (button && button.dataset.body !== undefined) jump(body, button.dataset.body);
    else if (button) jump(month, button.dataset.month);
  });
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach((one) => { one.open = true; });
    document.querySelector(".ask").classList.toggle("unasked", shown.length === size);
    const last = Math.min(shown.length, PRINTED);
    show(0, last);
    if (last < shown.length) found.textContent = "In " + count(last) + " việc đầu trong " + count(shown.length) + " việc đang lọc.";
  });
  addEventListener("afterprint", render);
  at("ask").hidden = false;
  ask();
})();
