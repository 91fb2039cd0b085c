-- The trace of the operation that queued a message, in which its send is told: see https://www.w3.org/TR/trace-context/.
ALTER TABLE notifications ADD COLUMN traceparent text;
