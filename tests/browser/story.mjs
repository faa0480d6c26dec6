// The story of docs/worked-story.md in its order, told once for each way of using the pages.

import { answerQuestions, askForHelp, decideSums, startRecord } from './asking.mjs'
import { makeCast, signInAgain } from './cast.mjs'
import { holding } from './holding.mjs'
import { hostile } from './hostile.mjs'
import { giveAccounts, payOut, readBankStatement, readStatements, recordLimits, reportSpending, setContribution } from './money.mjs'
import { acceptPlan, agreePlan, orderVisits, reportAndConfirm, writePlan } from './planning.mjs'
import { senses } from './senses.mjs'

export async function story(town) {
  const cast = await makeCast(town)
  await askForHelp(town)
  const ann = await startRecord(town, cast.worker)
  await answerQuestions(ann)
  await decideSums(cast.worker, cast.housing)
  await recordLimits(cast.finance)
  await setContribution(cast.worker)
  await writePlan(ann)
  await agreePlan(cast.worker)
  await acceptPlan(ann)
  await orderVisits(ann, cast.provider)

  await town.council.serve('2006-05-09')
  await signInAgain(ann, cast.provider, cast.finance, cast.release)
  await reportAndConfirm(ann, cast.provider)
  await giveAccounts(ann, cast.provider, cast.release)
  const file = await payOut(cast.finance, cast.release)

  await town.council.serve('2006-05-11')
  await signInAgain(ann, cast.worker, cast.finance, cast.care, cast.housing)
  await readBankStatement(cast.finance, file)
  await reportSpending(ann)
  await readStatements(ann, cast.care, cast.housing, cast.finance)
  if (town.way === 'clicks') await holding(town, cast, ann)
  if (town.way === 'keyboard') {
    await senses(ann)
    await hostile(town, cast, ann)
  }
}
