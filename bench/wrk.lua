-- Sends the bodies of a file in turn, each thread from a place of its own.
local requests = {}
local at = 0
local threads = 0

function setup(thread)
  thread:set("offset", threads)
  threads = threads + 1
end

function init()
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  if os.getenv("BENCH_TOKEN") ~= "" then
    wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN")
  end
  for body in io.lines(os.getenv("BENCH_BODIES")) do
    requests[#requests + 1] = wrk.format(nil, nil, nil, body)
  end
  at = math.floor(#requests / 2) * offset
end

function request()
  at = at % #requests + 1
  return requests[at]
end
