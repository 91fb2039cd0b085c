DROP TABLE payments;
DROP TABLE estimate_lines;
DROP TABLE estimates;
DELETE FROM notifications WHERE kind = 'estimate';
DELETE FROM notifications WHERE kind = 'news' AND CAST(payload AS text) LIKE '%"news"%"decision"%';
DELETE FROM task_events WHERE kind IN ('estimate_sent', 'estimate_accepted', 'estimate_declined', 'estimate_expired', 'payment');
