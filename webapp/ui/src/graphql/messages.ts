import { gql, type Enum, type ResultOf } from './gql'
import { customerFields } from './task-list'
import { notificationFields } from './tasks'

export const fileFields = gql(`
  fragment FileFields on FileType {
    __typename
    id
    kind
    state
    label
    name
    mime
    size
    duration
    url
    width
    height
    thumbnailUrl
    large: thumbnailUrl(large: true)
  }
`)

export const messageFields = gql(`
  fragment MessageFields on MessageType {
    __typename
    id
    direction
    authorKind
    authorName
    text
    previousTexts
    files {
      ...FileFields
    }
    createdTime
    editedTime
    notification {
      ...NotificationFields
    }
    task {
      __typename
      id
    }
    customer {
      ...CustomerFields
    }
  }
`, [fileFields, notificationFields, customerFields])

export type Message = ResultOf<typeof messageFields>
export type MessageFile = ResultOf<typeof fileFields>
export type FileKind = Enum<'FileKind'>

/** A page of a thread, the oldest message first. */
const threadPage = gql(`
  fragment ThreadPage on MessageConnection {
    nodes {
      ...MessageFields
    }
    pageInfo {
      hasPreviousPage
      startCursor
    }
  }
`, [messageFields])

export type ThreadPage = ResultOf<typeof threadPage>

export const TaskThreadQuery = gql(`
  query TaskThread($id: ID!, $last: Int!, $before: String) {
    taskById(id: $id) {
      __typename
      id
      messages(last: $last, before: $before) {
        ...ThreadPage
      }
    }
  }
`, [threadPage])

export const CustomerThreadQuery = gql(`
  query CustomerThread($id: ID!, $last: Int!, $before: String) {
    customerById(id: $id) {
      __typename
      id
      messages(last: $last, before: $before) {
        ...ThreadPage
      }
    }
  }
`, [threadPage])

/** What customers wrote about no task and nobody has answered, the longest wait first. */
export const InboxQuery = gql(`
  query Inbox($first: Int!, $after: String) {
    inbox(first: $first, after: $after) {
      nodes {
        ...MessageFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`, [messageFields])

export const InboxCountQuery = gql(`
  query InboxCount {
    inbox(first: 1) {
      totalCount
    }
  }
`)

/** The tasks of a customer to which a message can be filed, the newest first. */
export const TasksToFileQuery = gql(`
  query TasksToFile($id: ID!) {
    customerById(id: $id) {
      __typename
      id
      taskConnection(first: 20) {
        nodes {
          __typename
          id
          createdAt
          category
          status
          description
        }
      }
    }
  }
`)

export type TaskToFile = NonNullable<NonNullable<ResultOf<typeof TasksToFileQuery>['customerById']>['taskConnection']>['nodes'][number]

/** Without a task it is taken off the one that it was filed to. */
export const FileMessage = gql(`
  mutation FileMessage($id: ID!, $taskId: ID) {
    fileMessage(id: $id, taskId: $taskId) {
      message {
        ...MessageFields
      }
    }
  }
`, [messageFields])

export const MuteCustomer = gql(`
  mutation MuteCustomer($id: ID!, $muted: Boolean!) {
    muteCustomer(id: $id, muted: $muted) {
      customer {
        __typename
        id
        mutedAt
      }
    }
  }
`)

export const SendMessage = gql(`
  mutation SendMessage($taskId: ID, $customerId: ID, $text: String, $fileIds: [ID!]) {
    sendMessage(taskId: $taskId, customerId: $customerId, text: $text, fileIds: $fileIds) {
      message {
        ...MessageFields
      }
    }
  }
`, [messageFields])

export const AddNote = gql(`
  mutation AddNote($taskId: ID!, $text: String, $fileIds: [ID!]) {
    addNote(taskId: $taskId, text: $text, fileIds: $fileIds) {
      message {
        ...MessageFields
      }
    }
  }
`, [messageFields])

/** Takes back what has just been written, while nothing of it has been sent. */
export const DeleteMessage = gql(`
  mutation DeleteMessage($id: ID!) {
    deleteMessage(id: $id) {
      id
    }
  }
`)

export const NoReplyNeeded = gql(`
  mutation NoReplyNeeded($taskId: ID, $customerId: ID) {
    noReplyNeeded(taskId: $taskId, customerId: $customerId) {
      task {
        __typename
        id
        awaitingReplySince
      }
    }
  }
`)

/** Refused when somebody else has it. */
export const TakeTask = gql(`
  mutation TakeTask($id: ID!) {
    takeTask(id: $id) {
      task {
        __typename
        id
        version
        employee {
          __typename
          id
          email
          name
        }
      }
    }
  }
`)

/** Has it sent to the member's own chat with the bot. */
export const ForwardFile = gql(`
  mutation ForwardFile($id: ID!) {
    forwardFile(id: $id) {
      file {
        __typename
        id
      }
    }
  }
`)

/** The way to the bot, which takes photos for a task: not every phone lets a page use its camera. */
export const PhotoLinkMutation = gql(`
  mutation MakePhotoLink($taskId: ID!, $label: FileLabel) {
    photoLink(taskId: $taskId, label: $label) {
      url
    }
  }
`)
