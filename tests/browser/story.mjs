// The story of docs/worked-story.md in its order, told once for each way of using the pages.

import { answerQuestions, askForHelp, decideSums, startRecord } from './asking.mjs'
import { makeCast, signInAgain } from './cast.mjs'
import { hostile } from './hostile.mjs'
import { acceptPlan, agreePlan, orderVisits, reportAndConfirm, writePlan } from './planning.mjs'

export async function story(town) {
  const cast = await makeCast(town)
  await askForHelp(town)
  const ann = await startRecord(town, cast.worker)
  await answerQuestions(ann)
  await decideSums(cast.worker, cast.housing)
  await writePlan(ann)
  await agreePlan(cast.worker)
  await acceptPlan(ann)
  await orderVisits(ann, cast.provider)

  await town.council.serve('2006-05-09')
  await signInAgain(ann, cast.provider)
  await reportAndConfirm(ann, cast.provider)

  if (town.way === 'keyboard') await hostile(town, cast, ann)
}
