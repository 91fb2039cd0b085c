import { gql, type Enum, type ResultOf, type VariablesOf } from './gql'

export type BotProblem = Enum<'BotProblemEnum'>

const settingsFields = gql(`
  fragment SettingsFields on SettingsType {
    version
    name
    address
    phone
    mapUrl
    reviewUrl
    paymentUrl
    hours {
      day
      from
      to
    }
    warrantyDays
    staleDays
    keepClosedDays
    keepSentDays
    consentVersion
    consentUrl
    wakingFrom
    wakingTo
    reminders
    rating
    digest
    texts {
      status
      textRu
      textEn
    }
    usualTexts {
      status
      textRu
      textEn
    }
  }
`)

const stageFields = gql(`
  fragment StageFields on StageType {
    __typename
    id
    status
    nameRu
    nameEn
    told
    textRu
    textEn
    place
  }
`)

const categoryFields = gql(`
  fragment CategoryFields on ShopCategoryType {
    __typename
    id
    category
    nameRu
    nameEn
    place
  }
`)

export type Settings = ResultOf<typeof settingsFields>
export type Stage = ResultOf<typeof stageFields>
export type ShopCategory = ResultOf<typeof categoryFields>

export const SettingsQuery = gql(`
  query Settings {
    settings {
      ...SettingsFields
    }
  }
`, [settingsFields])

export const UpdateSettings = gql(`
  mutation UpdateSettings($data: SettingsInput!) {
    updateSettings(settingsData: $data) {
      settings {
        ...SettingsFields
      }
    }
  }
`, [settingsFields])

export type SettingsInput = VariablesOf<typeof UpdateSettings>['data']

/** For admins alone: how the bot is. */
export const BotStateQuery = gql(`
  query BotState {
    botState {
      problem
      says
      miniAppOffered
    }
  }
`)

export type BotState = ResultOf<typeof BotStateQuery>['botState']

/** For admins alone: what became of the last backup. */
export const BackupStateQuery = gql(`
  query BackupState {
    backupState {
      madeTime
      size
      missingFiles
      overdue
      failure
    }
  }
`)

export type BackupState = ResultOf<typeof BackupStateQuery>['backupState']

/** For admins alone: how the bot is, and what is still to be done of what a shop begins with. */
export const FirstStepsQuery = gql(`
  query FirstSteps {
    botState {
      problem
      says
      miniAppOffered
    }
    firstSteps {
      botWorks
      telegramLinked
      shopDescribed
      colleagueInvited
      taskTaken
      customerConnected
    }
  }
`)

export type FirstSteps = ResultOf<typeof FirstStepsQuery>['firstSteps']

/** What customers would read. */
export const PreviewQuery = gql(`
  query PreviewStatusText($language: LanguageEnum!, $status: StatusEnum!, $text: String!, $stageName: String) {
    previewStatusText(language: $language, status: $status, text: $text, stageName: $stageName) {
      full
      least
    }
  }
`)

export const StagesQuery = gql(`
  query Stages {
    stages {
      ...StageFields
    }
  }
`, [stageFields])

export const CreateStage = gql(`
  mutation CreateStage($data: StageInput!) {
    createStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
`, [stageFields])

export const UpdateStage = gql(`
  mutation UpdateStage($data: StageInput!) {
    updateStage(stageData: $data) {
      stage {
        ...StageFields
      }
    }
  }
`, [stageFields])

export const DeleteStage = gql(`
  mutation DeleteStage($id: ID!, $successorId: ID) {
    deleteStage(id: $id, successorId: $successorId) {
      id
    }
  }
`)

export const CategoriesQuery = gql(`
  query Categories {
    categories {
      ...CategoryFields
    }
  }
`, [categoryFields])

export const CreateCategory = gql(`
  mutation CreateCategory($data: ShopCategoryInput!) {
    createCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
`, [categoryFields])

export const UpdateCategory = gql(`
  mutation UpdateCategory($data: ShopCategoryInput!) {
    updateCategory(categoryData: $data) {
      category {
        ...CategoryFields
      }
    }
  }
`, [categoryFields])

export const DeleteCategory = gql(`
  mutation DeleteCategory($id: ID!, $successorId: ID) {
    deleteCategory(id: $id, successorId: $successorId) {
      id
    }
  }
`)
