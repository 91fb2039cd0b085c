DROP TABLE settings;
DROP TABLE refresh_tokens;
DROP TABLE invites;
DROP TABLE notifications;
DROP TABLE task_events;
DROP TABLE tasks;
DROP TABLE customers;
DROP TABLE staff;
